import { setTimeout as delay } from 'node:timers/promises';
import { ModelOutputInvalidError, TransientUpstreamError } from '../../contracts/index.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';
import type { StepServices } from '../../services/services.ts';
import { gatewayResponse } from './gateway-response.ts';

/** How the pipeline behaves, so that a client can be tried against it. */
export const SCENARIOS = ['ok', 'slow', 'failed', 'throttled', 'degraded'] as const;

/** How the pipeline behaves. */
export type Scenario = (typeof SCENARIOS)[number];

/** What each step waits in `slow`, in milliseconds: long enough to see every state come and go. */
const SLOW_STEP_MS = 4_000;

/** Puts the demonstration's site in the place of whatever site is asked for, and lets steps behave as the scenario says. */
export function withScenario(steps: StepServices, scenario: Scenario, siteUrl: string): StepServices {
  const { website, analyzer, writer } = steps;
  const also_urls = scenario === 'degraded' ? [new URL('/annual-report/', siteUrl).href] : [];
  const pause = async (signal?: AbortSignal): Promise<void> => {
    if (scenario === 'slow') await delay(SLOW_STEP_MS, undefined, signal && { signal });
  };
  let analyses = 0;
  return {
    ...steps,
    website: {
      read: async (request) => {
        await pause(request.signal);
        return website.read({ ...request, company_url: siteUrl, also_urls, job_url: null });
      },
    },
    analyzer: {
      name: analyzer.name,
      analyze: async (request) => {
        analyses += 1;
        if (scenario === 'throttled' && analyses % 2 === 1) {
          throw new TransientUpstreamError('The analyzer was asked too often (scenario throttled).');
        }
        await pause(request.signal);
        return analyzer.analyze(request);
      },
    },
    writer: {
      name: writer.name,
      write: async (request) => {
        if (scenario === 'failed') throw new ModelOutputInvalidError('The writer gave up (scenario failed).');
        await pause(request.signal);
        return writer.write(request);
      },
    },
  };
}

/** In `throttled` the gateway refuses every other start by itself, as it does in AWS above the limit of a route. */
export function interjectionsOf(
  scenario: Scenario | undefined,
): (method: string, path: string) => ApiResponse | undefined {
  let starts = 0;
  return (method, path) => {
    if (scenario !== 'throttled' || method !== 'POST' || path !== '/pipeline') return undefined;
    starts += 1;
    return starts % 2 === 1 ? gatewayResponse(429) : undefined;
  };
}
