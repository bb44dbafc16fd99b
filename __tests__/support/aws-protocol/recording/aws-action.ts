import type { AskedAction, AwsAction, ToArn, WireRequest } from './asked-action.ts';
import { RECORDED_ACCOUNT } from './asked-action.ts';
import { bedrockActions } from './bedrock-actions.ts';
import { dynamoDbActions } from './dynamodb-actions.ts';
import { s3Actions } from './s3-actions.ts';

/** `Credential=KEY/date/region/service/aws4_request`, in the header of a request or in the field of a form. */
const CREDENTIAL = /([A-Za-z0-9]+)\/\d{8}\/([a-z0-9-]+)\/([a-z0-9]+)\/aws4_request/;

/**
 * Tells the actions that IAM decides about before a request is answered, by its signature and protocol: most requests need one, some several. Throws for a request without signature or of a
 * service it does not know.
 */
export function awsActionsOf(request: WireRequest): readonly AwsAction[] {
  const { access_key, region, service } = signatureOf(request);
  const toArn: ToArn = (of, resource) => `arn:aws:${of}:${region}:${RECORDED_ACCOUNT}:${resource}`;
  return actionsOf(service, request, toArn).map((action) => ({ access_key, service, region, ...action }));
}

/** The parts of the scope that a request was signed for. */
export function signatureOf(request: Pick<WireRequest, 'method' | 'url' | 'headers' | 'body'>) {
  const form = request.headers['content-type']?.startsWith('multipart/form-data')
    ? request.body.toString('latin1')
    : '';
  const [, access_key, region, service] = CREDENTIAL.exec(request.headers.authorization ?? form) ?? [];
  if (access_key === undefined || region === undefined || service === undefined)
    throw new Error(`No signature: ${request.method} ${request.url}`);
  return { access_key, region, service };
}

function actionsOf(service: string, request: WireRequest, toArn: ToArn): readonly AskedAction[] {
  const named = (on: string, arn: string): AskedAction => ({ action: `${service}:${targetOf(request)}`, on, arn });
  switch (service) {
    case 's3':
      return s3Actions(request);
    case 'dynamodb':
      return dynamoDbActions(targetOf(request), request, toArn);
    case 'bedrock':
      return bedrockActions(request, toArn);
    case 'states': {
      const { stateMachineArn, executionArn = '' } = jsonOf(request);
      return [
        stateMachineArn === undefined ? named('executions', executionArn) : named('state-machine', stateMachineArn),
      ];
    }
    case 'ssm':
      return [named('session-id-secret', toArn('ssm', `parameter${jsonOf(request).Name}`))];
    case 'comprehend':
    case 'textract':
      return [named('*', '*')];
    default:
      throw new Error(`No actions are known of ${service}.`);
  }
}

function jsonOf({ body }: WireRequest): Readonly<Record<string, string | undefined>> {
  return JSON.parse(body.toString()) as Readonly<Record<string, string | undefined>>;
}

function targetOf({ headers }: WireRequest): string {
  return String(headers['x-amz-target']).split('.').at(-1) ?? '';
}
