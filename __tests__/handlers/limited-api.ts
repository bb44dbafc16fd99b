import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ProblemDetails, StartPipelineResponse } from '../../contracts/index.ts';
import { LIST_PRICES } from '../../contracts/index.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import { createHandler as createUpdate } from '../../handlers/update-session.ts';
import type { ApiServices, SpendLimits } from '../../services/services.ts';
import type { ApiUnderTest } from '../support/api-services.ts';
import { apiUnderTest, jsonOf } from '../support/api-services.ts';

/** What a test starts runs with. */
export const BODY = { company_name: 'Kindlewater', company_url: 'https://kindlewater.example' };

const POINTER = { key: 'briefs/x', sha256: '0'.repeat(64), bytes: 1 };

/** The API of a deployment with limits, at a time that the test sets. */
export class LimitedApi {
  now = new Date('2026-11-22T20:00:00Z');
  readonly subject: ApiUnderTest;

  constructor(folder: string, limits: SpendLimits) {
    const settings = {
      delivery_wait_seconds: 0,
      session_id_secret: async () => 'a secret for tests only',
      made_by: {},
      prices: LIST_PRICES,
      limits,
    };
    this.subject = apiUnderTest(join(folder, crypto.randomUUID()), { settings, clock: { now: () => this.now } });
  }

  get services(): ApiServices {
    return this.subject.services;
  }

  /** Starts a run. */
  start(key?: string): Promise<ApiResponse> {
    const headers = key === undefined ? {} : { headers: { 'idempotency-key': key } };
    return this.subject.ask('POST', '/pipeline', { body: BODY, ...headers });
  }

  /** Starts a run that has room, and gives its id. */
  async started(key?: string): Promise<string> {
    const response = await this.start(key);
    expect(response.statusCode).toBe(202);
    return jsonOf<StartPipelineResponse>(response).execution_id;
  }

  /** Has a run use something, as a step does. */
  async use(execution_id: string, cost_usd: number): Promise<void> {
    const session_id = sessionOf(execution_id);
    await this.services.sessions.transition({ session_id, from: ['QUEUED'], to: 'RUNNING' });
    const account = { session_id, execution_id, state: 'GenerateBrief', account: 'calls1' } as const;
    await this.services.sessions.putUse({ ...account, use: { cost_usd } });
  }

  /** Brings a run to its end as its last step does, after it has used something. */
  async succeed(execution_id: string, cost_usd: number): Promise<void> {
    await this.use(execution_id, cost_usd);
    const brief = { json: POINTER, markdown: POINTER, html: POINTER };
    const end = { session_id: sessionOf(execution_id), execution_id, brief, degraded: false };
    await createUpdate(this.services)(end);
  }
}

/** A refusal, with the seconds after which to come again. */
export function refusalOf(response: ApiResponse): ProblemDetails & { readonly retry: number } {
  return { ...jsonOf<ProblemDetails>(response), retry: Number(response.headers['retry-after']) };
}

function sessionOf(execution_id: string): string {
  return execution_id.replace(/-\d+$/, '');
}
