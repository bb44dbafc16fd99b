import type { Check } from '../check.ts';
import { ok, warning } from '../finding.ts';
import { lookAt, raise } from './quotas.ts';

/** The code of "Concurrent executions". */
const CONCURRENCY_CODE = 'L-B99A9384';

/** Functions that a run keeps busy at once: the two branches that gather sources. */
const FUNCTIONS_A_RUN = 2;

/** Concurrent executions below which a few callers throttle one another: forty runs and a fifth for the API. New accounts start with ten. */
const ENOUGH_CONCURRENCY = 100;

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
    const runs = Math.floor((quota.value * 0.8) / FUNCTIONS_A_RUN);
    const message = `${quota.value} in the account and region, enough for about ${runs} runs at once and the API`;
    return quota.value >= ENOUGH_CONCURRENCY
      ? ok(message)
      : warning(message, raise(quota, question, ENOUGH_CONCURRENCY));
  },
};
