import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { ComprehendClient, DetectSentimentCommand } from '@aws-sdk/client-comprehend';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient } from '@aws-sdk/client-sfn';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { AwsService } from '../../../services/aws/error-rules/service-error-rules.ts';
import type { AwsCall } from '../../../services/aws/map-aws-error.ts';

/** Settings of a client that makes one attempt. */
export interface OneAttempt {
  readonly endpoint: string;
  readonly region: string | (() => Promise<string>);
  readonly credentials: Credentials | (() => Promise<Credentials>);
  readonly maxAttempts: 1;
  readonly requestHandler: { readonly requestTimeout: number; readonly throwOnRequestTimeout: true };
}

/** Made-up credentials. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What a call takes beside its command. */
export interface CallOptions {
  readonly abortSignal: AbortSignal;
}

/** How a service says that something went wrong, and a call with which it can. */
export interface ErrorProtocol {
  readonly call: AwsCall;
  readonly content_type: string;
  /** The body of an error. */
  error(name: string, message: string): string;
  /** Makes the call with the service's real client. */
  send(settings: OneAttempt, options: CallOptions): Promise<unknown>;
}

/** JSON protocols name the error in the body; the name may stand behind a namespace. */
const JSON_PROTOCOL = {
  content_type: 'application/x-amz-json-1.1',
  error: (name: string, message: string) => JSON.stringify({ __type: `com.amazonaws.service#${name}`, message }),
};

/** A service without an entry here does not compile. */
export const ERROR_PROTOCOLS: { readonly [Service in AwsService]: ErrorProtocol } = {
  dynamodb: {
    ...JSON_PROTOCOL,
    content_type: 'application/x-amz-json-1.0',
    call: { action: 'dynamodb:GetItem', resource: 'table t' },
    send: (settings, options) =>
      new DynamoDBClient(settings).send(new GetItemCommand({ TableName: 't', Key: { k: { S: 'v' } } }), options),
  },
  s3: {
    call: { action: 's3:GetObject', resource: 'object b/k' },
    content_type: 'application/xml',
    error: (name, message) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${name}</Code><Message>${message}</Message></Error>`,
    send: async (settings, options) => {
      const command = new GetObjectCommand({ Bucket: 'b', Key: 'k' });
      return (await new S3Client(settings).send(command, options)).Body?.transformToByteArray();
    },
  },
  comprehend: {
    ...JSON_PROTOCOL,
    call: { action: 'comprehend:DetectSentiment', resource: 'text' },
    send: (settings, options) =>
      new ComprehendClient(settings).send(new DetectSentimentCommand({ Text: 't', LanguageCode: 'en' }), options),
  },
  textract: {
    ...JSON_PROTOCOL,
    call: { action: 'textract:DetectDocumentText', resource: 'page 1' },
    send: (settings, options) =>
      new TextractClient(settings).send(
        new DetectDocumentTextCommand({ Document: { Bytes: new Uint8Array(1) } }),
        options,
      ),
  },
  ssm: {
    ...JSON_PROTOCOL,
    call: { action: 'ssm:GetParameter', resource: 'parameter p' },
    send: (settings, options) => new SSMClient(settings).send(new GetParameterCommand({ Name: 'p' }), options),
  },
  states: {
    ...JSON_PROTOCOL,
    content_type: 'application/x-amz-json-1.0',
    call: { action: 'states:DescribeExecution', resource: 'execution e' },
    send: (settings, options) =>
      new SFNClient(settings).send(
        new DescribeExecutionCommand({ executionArn: 'arn:aws:states:r:1:execution:m:e' }),
        options,
      ),
  },
  // The client speaks HTTP/2 unless it gets another handler, and there is no HTTP/2 on loopback without TLS.
  bedrock: {
    call: { action: 'bedrock:InvokeModel', resource: 'model m' },
    content_type: 'application/json',
    error: (name, message) => JSON.stringify({ __type: name, message }),
    send: (settings, options) =>
      new BedrockRuntimeClient({ ...settings, requestHandler: new NodeHttpHandler(settings.requestHandler) }).send(
        new ConverseCommand({ modelId: 'm', messages: [{ role: 'user', content: [{ text: 't' }] }] }),
        options,
      ),
  },
};
