import type { BedrockClient } from '@aws-sdk/client-bedrock';
import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import type { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import type { ComprehendClient } from '@aws-sdk/client-comprehend';
import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { PricingClient } from '@aws-sdk/client-pricing';
import type { S3Client } from '@aws-sdk/client-s3';
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { STSClient } from '@aws-sdk/client-sts';
import type { TextractClient } from '@aws-sdk/client-textract';
import type { Account } from './account.ts';
import { createAccount } from './account.ts';
import type { EmptyBucket } from './empty-bucket.ts';
import { createEmptyBucket } from './empty-bucket.ts';
import type { FunctionVersions } from './function-versions.ts';
import { createFunctionVersions } from './function-versions.ts';
import type { ListMetrics } from './metrics.ts';
import { createListMetrics } from './metrics.ts';
import type { Models } from './models.ts';
import { createModels } from './models.ts';
import type { ListPrices } from './prices.ts';
import { createListPrices } from './prices.ts';
import type { ProbeModel } from './probe-model.ts';
import { createProbeModel } from './probe-model.ts';
import type { TextServiceProbes } from './probe-text-services.ts';
import { createTextServiceProbes } from './probe-text-services.ts';
import type { ListQuotas } from './quotas.ts';
import { createListQuotas } from './quotas.ts';
import type { SignRequest } from './sign-request.ts';
import { createSignRequest } from './sign-request.ts';
import type { StateBucket } from './state-bucket.ts';
import { createStateBucket } from './state-bucket.ts';
import type { StateMachines } from './state-machines.ts';
import { createStateMachines } from './state-machines.ts';
import type { ReadStoredText } from './stored-texts.ts';
import { createReadStoredText } from './stored-texts.ts';

/** What operators ask of an account before and after deploying. Functions never ask it, so that none carries its SDKs. */
export interface OperatorAws {
  readonly account: Account;
  readonly models: Models;
  readonly listQuotas: ListQuotas;
  readonly stateBucket: StateBucket;
  readonly stateMachines: StateMachines;
  readonly functionVersions: FunctionVersions;
  readonly emptyBucket: EmptyBucket;
  readonly signRequest: SignRequest;
  readonly readStoredText: ReadStoredText;
  readonly listMetrics: ListMetrics;
  readonly listPrices: ListPrices;
  readonly probeModel: ProbeModel;
  readonly probes: TextServiceProbes;
}

/** The clients behind it. */
export interface OperatorClients {
  readonly sts: STSClient;
  readonly bedrock: BedrockClient;
  readonly bedrockRuntime: BedrockRuntimeClient;
  readonly quotas: ServiceQuotasClient;
  readonly s3: S3Client;
  /** In the region of the state's bucket. */
  readonly stateS3: S3Client;
  readonly sfn: SFNClient;
  readonly lambda: LambdaClient;
  readonly cloudwatch: CloudWatchClient;
  /** In us-east-1, where the price list is. */
  readonly pricing: PricingClient;
  /** Makes one attempt only. */
  readonly comprehend: ComprehendClient;
  readonly textract: TextractClient;
}

/** Puts what operators ask together from clients. */
export function createOperatorAws(clients: OperatorClients): OperatorAws {
  return {
    account: createAccount(clients.sts),
    models: createModels(clients.bedrock),
    listQuotas: createListQuotas(clients.quotas),
    stateBucket: createStateBucket(clients.stateS3),
    stateMachines: createStateMachines(clients.sfn),
    emptyBucket: createEmptyBucket(clients.s3),
    functionVersions: createFunctionVersions(clients.lambda),
    signRequest: createSignRequest(clients.sts),
    readStoredText: createReadStoredText(clients.s3),
    listMetrics: createListMetrics(clients.cloudwatch),
    listPrices: createListPrices(clients.pricing),
    probeModel: createProbeModel(clients.bedrockRuntime),
    probes: createTextServiceProbes(clients.comprehend, clients.textract),
  };
}
