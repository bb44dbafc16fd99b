import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { ListServiceQuotasCommand } from '@aws-sdk/client-service-quotas';
import { askAws } from './ask-aws.ts';

/** A quota as it holds for the account and region. */
export interface Quota {
  readonly name: string;
  readonly code: string;
  readonly value: number;
  readonly adjustable: boolean;
}

/** The quotas of a service by its code (`lambda`, `bedrock`, `comprehend`, `textract`). Throws `PermissionDeniedError`, `ConfigurationError` for an unknown code, `TransientUpstreamError`. */
export type ListQuotas = (service_code: string) => Promise<readonly Quota[]>;

/** Most pages of quotas: Bedrock has below a thousand, a hundred a page. */
const MAX_PAGES = 30;

/** Quotas by Service Quotas. */
export function createListQuotas(client: ServiceQuotasClient): ListQuotas {
  return async (ServiceCode) => {
    const quotas: Quota[] = [];
    let NextToken: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { Quotas = [], NextToken: next } = await askAws(
        { action: 'servicequotas:ListServiceQuotas', resource: '*' },
        (options) => client.send(new ListServiceQuotasCommand({ ServiceCode, NextToken }), options),
      );
      for (const { QuotaName: name = '', QuotaCode: code = '', Value: value, Adjustable: adjustable = false } of Quotas)
        if (value !== undefined) quotas.push({ name, code, value, adjustable });
      if (next === undefined) return quotas;
      NextToken = next;
    }
    return quotas;
  };
}
