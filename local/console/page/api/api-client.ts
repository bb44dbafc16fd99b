import type {
  Brief,
  CreateDocumentBody,
  CreateDocumentResponse,
  ListPipelinesResponse,
  PipelineStatusResponse,
  StartPipelineResponse,
} from '../../../../contracts/index.ts';
import type { NewRunBody } from '../../model/new-run.ts';
import type { Token } from '../token.ts';
import { ApiError, errorOf, noAnswer, retryAfterMs } from './api-error.ts';

/** A look at a run: `run` is absent while nothing has changed. */
export interface Look {
  readonly run?: PipelineStatusResponse;
  readonly etag: string;
  readonly retry_after_ms: number | undefined;
}

/** What a request carries beside its path. */
interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The API, asked as any app would ask it. Every method throws an {@link ApiError}. */
export class ApiClient {
  readonly #token: Token;

  constructor(token: Token) {
    this.#token = token;
  }

  /** Is granted the upload of a document, and uploads it. */
  async upload(announced: CreateDocumentBody, file: Blob): Promise<CreateDocumentResponse['document']> {
    const granted = await this.#send('/documents', { method: 'POST', body: announced });
    const { document: given, upload }: CreateDocumentResponse = await granted.json();
    const form = new FormData();
    for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
    form.append('file', file);
    const sent = await this.#fetch(upload.url, { method: 'POST', body: form });
    if (!sent.ok)
      throw new ApiError(sent.status, `${announced.file_name} was refused when it was uploaded. Choose it anew.`);
    return given;
  }

  /** Starts a run; the same key and body give the same run. */
  async start(body: NewRunBody, key: string): Promise<StartPipelineResponse> {
    const response = await this.#send('/pipeline', { method: 'POST', body, headers: { 'idempotency-key': key } });
    return response.json();
  }

  /** Asks how far a run is; costs no body while nothing has changed. */
  async look(executionId: string, etag: string, signal: AbortSignal): Promise<Look> {
    const headers = etag === '' ? {} : { 'if-none-match': etag };
    const response = await this.#send(runPath(executionId), { headers, signal });
    const seen = { etag: response.headers.get('etag') ?? '', retry_after_ms: retryAfterMs(response) };
    return response.status === 304 ? { ...seen, etag } : { ...seen, run: await response.json() };
  }

  /** The brief of a run that has succeeded. */
  async brief(executionId: string, signal: AbortSignal): Promise<Brief> {
    const headers = { accept: 'application/json' };
    return (await this.#send(`${runPath(executionId)}/brief`, { headers, signal })).json();
  }

  /** The brief as a file. */
  async briefFile(executionId: string, type: string): Promise<Blob> {
    return (await this.#send(`${runPath(executionId)}/brief`, { headers: { accept: type } })).blob();
  }

  /** A page of runs, newest first. */
  async list(query: Readonly<Record<string, string>>, signal: AbortSignal): Promise<ListPipelinesResponse> {
    return (await this.#send(`/pipeline?${new URLSearchParams(query)}`, { signal })).json();
  }

  /** Stops a run and tells how it stands. */
  async stop(executionId: string): Promise<PipelineStatusResponse> {
    return (await this.#send(`${runPath(executionId)}/stop`, { method: 'POST' })).json();
  }

  /** Tries a run again, as a new attempt. */
  async retry(executionId: string): Promise<StartPipelineResponse> {
    return (await this.#send(`${runPath(executionId)}/retry`, { method: 'POST' })).json();
  }

  /** Stops a run and forgets it. */
  async forget(executionId: string): Promise<void> {
    await this.#send(runPath(executionId), { method: 'DELETE' });
  }

  /** Sends a request, and once more when a token was missing and is given now. */
  async #send(path: string, options: RequestOptions): Promise<Response> {
    const response = await this.#fetch(path, this.#init(options));
    if (response.ok || response.status === 304) return response;
    if (response.status !== 401 || !(await this.#token.ask())) throw await errorOf(response);
    const again = await this.#fetch(path, this.#init(options));
    if (again.ok) return again;
    throw await errorOf(again);
  }

  #init({ method = 'GET', headers = {}, body, signal }: RequestOptions): RequestInit {
    const token = this.#token.value;
    return {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      cache: 'no-store',
    };
  }

  async #fetch(address: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(address, init);
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw noAnswer(error);
    }
  }
}

function runPath(executionId: string): string {
  return `/pipeline/${encodeURIComponent(executionId)}`;
}
