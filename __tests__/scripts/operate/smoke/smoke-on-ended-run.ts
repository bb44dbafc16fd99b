import type { Brief } from '../../../../contracts/index.ts';
import type { StepResult } from '../../../../scripts/operate/smoke/step-log.ts';
import type { Alteration, Interception } from '../../../support/altering-proxy.ts';
import { startAlteringProxy } from '../../../support/altering-proxy.ts';
import { localApi, runsFolder, runWhen } from '../../../support/local-api.ts';

import { closing, smoke } from './smoke-on-loopback.ts';

/** Where the server keeps its runs. */
export const folder = await runsFolder();
/** A server whose every run reads the demonstration's site. */
export const local = await localApi({ scenario: 'ok', folder });

/** What started a run that has ended: proxies answer a start with it, so that not every test has to wait for one of its own. */
export const { data: ended } = await local.api.POST('/pipeline', {
  body: { company_name: 'Kindlewater', company_url: 'https://kindlewater.example', max_pages: 3 },
});
/** The id of the run that has ended. */
export const executionId = ended?.execution_id ?? '';
await runWhen(local, executionId);
/** Answers a start with the run that has ended. */
export const startsWithIt: Interception = (method, path) =>
  method === 'POST' && path === '/pipeline' ? { status: 202, body: JSON.stringify(ended) } : undefined;

/** Runs the command for a program to read on the run that has ended, with answers altered on their way. */
export async function smokeThrough(alter: Alteration, flags: readonly string[] = ['--keep'], intercept = startsWithIt) {
  const proxy = await startAlteringProxy(local.server.url, alter, intercept);
  closing.push(proxy.close);
  const { exitCode, out } = await smoke(proxy.url, ['--json', '--no-resume', ...flags]);
  const result = JSON.parse(out) as { readonly steps: readonly StepResult[]; readonly execution_id?: string };
  const failed = result.steps.find(({ status }) => status === 'failed');
  const message = result.steps.find(({ step }) => step === 'quotes')?.message;
  return { exitCode, result, failed, message, steps: result.steps.map(({ step }) => step) };
}

/** Alters the brief on its way as JSON. */
export function alteringBrief(change: (brief: Brief) => void): Alteration {
  return ({ path, accept, body }) => {
    if (!path.endsWith('/brief') || accept !== 'application/json') return undefined;
    const brief = JSON.parse(body) as Brief;
    change(brief);
    return { body: JSON.stringify(brief) };
  };
}

/** The first quote of a brief that has a letter to change. */
export function firstCitation(brief: Brief) {
  const [citation] = brief.sections.flatMap(({ claims }) => claims).flatMap(({ citations }) => citations);
  if (citation === undefined) throw new Error('The brief has no quote.');
  return citation;
}

/** The ids of all runs. */
export const listing = async (): Promise<readonly string[]> => {
  const { data } = await local.api.GET('/pipeline', { params: { query: { limit: 100 } } });
  return (data?.runs ?? []).map(({ execution_id }) => execution_id);
};
