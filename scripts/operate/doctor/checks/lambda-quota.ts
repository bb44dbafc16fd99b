import type { Check } from '../check.ts';
import { ok, warning } from '../finding.ts';
import { lookAt, raise } from './quotas.ts';

/** The code of "Concurrent executions". */
const CONCURRENCY_CODE = 'L-B99A9384';

/** Functions that a run keeps busy at once: the two branches that gather sources. */
const FUNCTIONS_A_RUN = 2;

/** Share of the concurrency that runs may take; the rest answers the API. */
const SHARE_OF_RUNS = 0.8;

/** Runs at once that are reckoned with when no limit is set. New accounts start with a concurrency of ten, which carries four. */
const USUAL_RUNS = 20;

/** Functions of this and every other stack of the region may run side by side. */
export const lambdaQuotaCheck: Check = {
  name: 'quota: functions at once',
  asks_aws: true,
  run: async ({ aws, context: { config } }) => {
    const question = { service: 'lambda', region: config.region };
    const quotas = await aws.listQuotas(question.service);
    const quota = quotas.find(({ code }) => code === CONCURRENCY_CODE);
    if (quota === undefined)
      return warning('The concurrent executions of Lambda are not among its quotas.', lookAt(question));
    const runs = Math.floor((quota.value * SHARE_OF_RUNS) / FUNCTIONS_A_RUN);
    const wanted = config.limits.maxConcurrentRuns ?? USUAL_RUNS;
    const message = `${quota.value} in the account and region, enough for about ${runs} runs at once and the API`;
    if (runs >= wanted) return ok(message);
    return warning(
      `${message}; up to ${wanted} may be under way (limits.maxConcurrentRuns).`,
      raise(quota, question, Math.ceil((wanted * FUNCTIONS_A_RUN) / SHARE_OF_RUNS)),
    );
  },
};
