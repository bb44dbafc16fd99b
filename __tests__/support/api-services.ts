import type { ApiResponse } from '../../handlers/http/api-event.ts';
import { createRouter } from '../../handlers/http/routes.ts';
import type { LocalDocumentUploads } from '../../services/artifacts/local-document-uploads.ts';
import { createLocalDocumentUploads } from '../../services/artifacts/local-document-uploads.ts';
import type { ExecutionDescription, Executions, StartExecutionRequest } from '../../services/executions/executions.ts';
import type { ApiServices } from '../../services/services.ts';
import { stepServices } from './step-services.ts';

/** A request to the API, as a test writes it. */
export interface Ask {
  readonly body?: unknown;
  /** The body as it is, instead of JSON. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Role id and session's name of who asks, e.g. `AROAONE:alice`; nobody is signed in without. */
  readonly user?: string;
}

/** The API on real local stores, around executions that a test drives by hand. */
export interface ApiUnderTest {
  readonly services: ApiServices & { readonly uploads: LocalDocumentUploads };
  readonly executions: HandDrivenExecutions;
  readonly logLines: readonly string[];
  ask(method: string, target: string, ask?: Ask): Promise<ApiResponse>;
  close(): void;
}

/** Executions that are written down; a test says what became of them. */
export class HandDrivenExecutions implements Executions {
  readonly started: StartExecutionRequest[] = [];
  readonly ends = new Map<string, Pick<ExecutionDescription, 'status' | 'error' | 'cause'>>();
  readonly forgotten: string[] = [];
  /** What the next starts fail with. */
  refuse: Error | undefined;
  described = 0;

  async start(request: StartExecutionRequest): Promise<{ readonly execution_arn: string }> {
    if (this.refuse) throw this.refuse;
    this.started.push(request);
    return { execution_arn: `arn:${request.execution_id}` };
  }

  async describe(execution_id: string): Promise<ExecutionDescription | undefined> {
    this.described += 1;
    if (!this.started.some((request) => request.execution_id === execution_id)) return undefined;
    const end = this.ends.get(execution_id) ?? { status: 'RUNNING' };
    return { execution_id, execution_arn: `arn:${execution_id}`, started_at: '2026-11-22T08:00:00.000Z', ...end };
  }

  async history(): Promise<readonly never[]> {
    return [];
  }

  async forget(execution_id: string): Promise<void> {
    this.forgotten.push(execution_id);
  }

  async stop(execution_id: string, cause: string): Promise<void> {
    if (!this.ends.has(execution_id)) this.ends.set(execution_id, { status: 'ABORTED', cause });
  }
}

/** Makes the API in a folder. */
export function apiUnderTest(folder: string, parts: Partial<ApiServices> = {}): ApiUnderTest {
  const { services: steps, logLines, close } = stepServices(folder, parts);
  const executions = new HandDrivenExecutions();
  const uploads = createLocalDocumentUploads({
    artifacts: steps.artifacts,
    clock: steps.clock,
    secret: 'a secret for tests only',
    url: () => 'http://127.0.0.1/uploads',
  });
  const services = { authorizer: 'none' as const, ...steps, executions, uploads };
  const router = createRouter(services);
  return {
    services,
    executions,
    logLines,
    ask: (method, target, ask = {}) => router(apiEvent(method, target, ask)),
    close,
  };
}

/** An event as API Gateway makes it of a request. */
function apiEvent(method: string, target: string, { body, text, headers = {}, user }: Ask): unknown {
  const { pathname, searchParams } = new URL(target, 'http://api.example');
  const given = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return {
    version: '2.0',
    rawPath: pathname,
    queryStringParameters: Object.fromEntries(searchParams),
    headers: { ...(given === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(given === undefined ? {} : { body: given }),
    requestContext: {
      requestId: 'request-1',
      http: { method, path: pathname },
      ...(user === undefined ? {} : { authorizer: { iam: { accountId: '111122223333', userId: user } } }),
    },
  };
}

/** The body of an answer as JSON. */
export function jsonOf<Json = Record<string, unknown>>(response: ApiResponse): Json {
  return JSON.parse(response.body) as Json;
}
