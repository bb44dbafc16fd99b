import { ComprehendClient } from '@aws-sdk/client-comprehend';
import type { ComprehendAnalyzerOptions } from '../../../../services/analysis/comprehend/comprehend-analyzer.ts';
import { createComprehendAnalyzer } from '../../../../services/analysis/comprehend/comprehend-analyzer.ts';
import type { TextAnalyzer } from '../../../../services/analysis/text-analyzer.ts';
import type { AwsJsonServer } from '../../../support/aws-protocol/aws-json-server.ts';
import { clientSettings } from '../../../support/aws-protocol/client-settings.ts';
import type { ComprehendServerOptions } from '../../../support/aws-protocol/comprehend/comprehend-server.ts';
import { serveComprehend } from '../../../support/aws-protocol/comprehend/comprehend-server.ts';

/** The analyzer on the real client and a service on loopback; disposed with the client. */
export interface ComprehendOnLoopback extends AsyncDisposable {
  readonly analyzer: TextAnalyzer;
  readonly server: AwsJsonServer;
}

/** Requests a second in tests: so many that no test waits. */
const NO_RATE = 100_000;

/** Starts the service and makes the analyzer. */
export async function comprehendOnLoopback(
  behavior: ComprehendServerOptions = {},
  options: Partial<ComprehendAnalyzerOptions> = {},
): Promise<ComprehendOnLoopback> {
  const server = await serveComprehend(behavior);
  const client = new ComprehendClient(clientSettings(server.endpoint));
  return {
    analyzer: createComprehendAnalyzer({
      client,
      timeouts: { call_ms: 60_000 },
      requests_per_second: NO_RATE,
      ...options,
    }),
    server,
    [Symbol.asyncDispose]: async () => {
      client.destroy();
      await server.close();
    },
  };
}
