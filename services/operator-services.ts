import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ComprehendClient } from '@aws-sdk/client-comprehend';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { PricingClient } from '@aws-sdk/client-pricing';
import { S3Client } from '@aws-sdk/client-s3';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { SFNClient } from '@aws-sdk/client-sfn';
import { STSClient } from '@aws-sdk/client-sts';
import { TextractClient } from '@aws-sdk/client-textract';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { MAX_ATTEMPTS } from './aws/call-timeouts.ts';
import type { OperatorAws } from './operator/operator-aws.ts';
import { createOperatorAws } from './operator/operator-aws.ts';

/** One attempt of a call, in milliseconds: three of them and the waits between end within the twenty seconds of `ask-aws.ts`. */
const ATTEMPT_MS = 6_000;

/** One attempt of a call that is not repeated, in milliseconds: the first word of a model may take seconds. */
const SINGLE_ATTEMPT_MS = 20_000;

/** Region of the price list's endpoint. */
const PRICE_LIST_REGION = 'us-east-1';

/** Where operators' clients ask. */
export interface OperatorServicesOptions {
  /** The region of the stack. */
  readonly region: string;
  /** The region of the state's bucket, when it is another one. */
  readonly state_region?: string;
}

/**
 * What operators ask before and after deploying, with credentials as the SDK finds them. Beside `aws-services.ts` the one file that makes SDK clients: no function
 * imports it and the package does not carry it, so that neither grows with what only a checkout needs.
 */
export function createOperatorServices({ region, state_region = region }: OperatorServicesOptions): OperatorAws {
  const repeated = { region, maxAttempts: MAX_ATTEMPTS, requestHandler: handler(ATTEMPT_MS) };
  const single = { region, maxAttempts: 1, requestHandler: handler(SINGLE_ATTEMPT_MS) };
  return createOperatorAws({
    sts: new STSClient(repeated),
    bedrock: new BedrockClient(repeated),
    bedrockRuntime: new BedrockRuntimeClient(single),
    quotas: new ServiceQuotasClient(repeated),
    s3: new S3Client(repeated),
    stateS3: new S3Client({ ...repeated, region: state_region }),
    sfn: new SFNClient(repeated),
    lambda: new LambdaClient(repeated),
    cloudwatch: new CloudWatchClient(repeated),
    pricing: new PricingClient({ ...repeated, region: PRICE_LIST_REGION }),
    comprehend: new ComprehendClient(single),
    textract: new TextractClient(single),
  });
}

function handler(requestTimeout: number): NodeHttpHandler {
  return new NodeHttpHandler({ requestTimeout, throwOnRequestTimeout: true });
}
