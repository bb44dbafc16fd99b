import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { askAws } from './ask-aws.ts';

/** Names of the metrics of a namespace that had data within the last two weeks. Throws `PermissionDeniedError`, `TransientUpstreamError`. */
export type ListMetrics = (namespace: string) => Promise<readonly string[]>;

/** Metrics by CloudWatch: the first page, 500 of them, which holds every name of the namespaces in question. */
export function createListMetrics(client: CloudWatchClient): ListMetrics {
  return (Namespace) =>
    askAws({ action: 'cloudwatch:ListMetrics', resource: '*' }, async (options) => {
      const { Metrics = [] } = await client.send(new ListMetricsCommand({ Namespace }), options);
      return [...new Set(Metrics.flatMap(({ MetricName }) => MetricName ?? []))].sort();
    });
}
