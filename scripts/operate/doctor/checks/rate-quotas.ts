import { DEFAULT_REQUESTS_PER_SECOND } from '../../../../services/analysis/comprehend/limits.ts';
import { DEFAULT_PAGES_PER_SECOND } from '../../../../services/documents/textract/limits.ts';
import type { Check } from '../check.ts';
import { ok, warning } from '../finding.ts';
import { isAbout, lookAt, raise } from './quotas.ts';

/** A variable that says how often a run asks a service, and the operations whose quotas it takes a part of. */
interface Rate {
  readonly service: 'comprehend' | 'textract';
  readonly variable: 'COMPREHEND_REQUESTS_PER_SECOND' | 'TEXTRACT_PAGES_PER_SECOND';
  readonly fallback: number;
  readonly operations: readonly string[];
  /** Quotas that name an operation and are not its rate. */
  readonly not: RegExp;
}

/** A run asks Comprehend no faster than the account may. */
export const comprehendQuotaCheck: Check = rateCheck({
  service: 'comprehend',
  variable: 'COMPREHEND_REQUESTS_PER_SECOND',
  fallback: DEFAULT_REQUESTS_PER_SECOND,
  operations: ['BatchDetectDominantLanguage', 'BatchDetectEntities', 'BatchDetectKeyPhrases', 'BatchDetectSentiment'],
  not: /targeted|custom|endpoint|size|jobs/i,
});

/** A run asks Textract no faster than the account may. */
export const textractQuotaCheck: Check = rateCheck({
  service: 'textract',
  variable: 'TEXTRACT_PAGES_PER_SECOND',
  fallback: DEFAULT_PAGES_PER_SECOND,
  operations: ['DetectDocumentText'],
  not: /StartDocument|GetDocument|asynchronous/i,
});

function rateCheck({ service, variable, fallback, operations, not }: Rate): Check {
  return {
    name: `quota: ${service}`,
    asks_aws: true,
    run: async ({ aws, context: { config } }) => {
      const question = { service, region: config.region };
      const wanted = Number(config.variables[variable] ?? fallback);
      const quotas = await aws.listQuotas(service);
      const found = quotas.filter((quota) => !not.test(quota.name) && operations.some((each) => isAbout(quota, each)));
      const [least] = found.toSorted((a, b) => a.value - b.value);
      if (least === undefined)
        return warning(`None of ${quotas.length} quotas is the rate of ${operations.join(', ')}.`, lookAt(question));
      const message = `at least ${least.value} requests a second of each operation; a run asks ${wanted} times (${variable})`;
      if (wanted <= least.value) return ok(message);
      return warning(
        `${message}: runs would wait for throttles.`,
        `Set ${variable} to "${least.value}" in variables of deploy/${config.environment}.json. ${raise(least, question, wanted)}`,
      );
    },
  };
}
