import type { IncomingHttpHeaders } from 'node:http';

/** A request to AWS as it came over the wire, and what came of it. */
export interface WireRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** HTTP status of the answer. */
  readonly answered: number;
}

/** An action that IAM decides about, in the words of `contracts/permissions.ts` and in those of a policy. */
export interface AskedAction {
  readonly action: string;
  readonly on: string;
  readonly arn: string;
  /** What conditions of a policy look at, beside the region. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

/** Who asked for what: the access key, the service that it was signed for, and the action. */
export interface AwsAction extends AskedAction {
  readonly access_key: string;
  readonly service: string;
  readonly region: string;
}

/** Makes the ARN of a resource in the region of a request. */
export type ToArn = (service: string, resource: string) => string;

/** The account that all resources are taken to be in. */
export const RECORDED_ACCOUNT = '111122223333';
