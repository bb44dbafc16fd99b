import { z } from 'zod';
import { PRICE_LIST } from '../../contracts/cost/price-list.ts';
import { setting } from './setting.ts';

/** Most runs that may be let go on at once: their reservations are one item of the table, some 40 KB then. */
const MOST_CONCURRENT_RUNS = 500;

/** Amounts above which a typing error is likelier than a wish, in US dollars. */
const MOST_OF_A_RUN_USD = 1_000;
const MOST_OF_A_DAY_USD = 100_000;

/** How much may be spent and how much may go on at once. A run of a dozen pages with a model of the middle class costs below a dollar; 5 hold it at ten times that many pages. */
export const COST_LIMITS = {
  maxRunCostUsd: setting(
    z.number().positive().max(MOST_OF_A_RUN_USD).nullable().default(5),
    'Most that a run may cost, in US dollars: a call that could take it beyond is not made.',
    `a number above 0, up to ${MOST_OF_A_RUN_USD}, or null for no limit`,
  ),
  dailyBudgetUsd: setting(
    z.number().positive().max(MOST_OF_A_DAY_USD).nullable().default(100),
    'Most that all runs together may cost from midnight to midnight UTC, in US dollars; each start sets aside what a run may cost, and is refused with 429 when that is not there.',
    `a number not below maxRunCostUsd, up to ${MOST_OF_A_DAY_USD}, or null for no limit`,
  ),
  maxConcurrentRuns: setting(
    z.number().int().positive().max(MOST_CONCURRENT_RUNS).nullable().default(20),
    'Runs that may be under way at once; a further start is refused with 429.',
    `a whole number from 1 to ${MOST_CONCURRENT_RUNS}, or null for no limit`,
  ),
};

const price = z.number().positive().nullable().default(null);
const ALLOWED = 'a number above 0, or null for the price of the list';

/** Prices in US dollars where they are not those of the list. */
export const Prices = z.strictObject({
  transitionUsd: setting(price, `A state transition; ${PRICE_LIST.transition_usd} in the list.`, ALLOWED),
  comprehendUnitUsd: setting(price, `A unit of Comprehend; ${PRICE_LIST.comprehend_unit_usd} in the list.`, ALLOWED),
  textractPageUsd: setting(price, `A page of Textract; ${PRICE_LIST.textract_page_usd} in the list.`, ALLOWED),
  inputTokensPerMillionUsd: setting(
    price,
    'A million input tokens of the model; needed with a limit of cost for a model that is not in the list.',
    ALLOWED,
  ),
  outputTokensPerMillionUsd: setting(
    price,
    'A million output tokens of the model; together with the one above.',
    ALLOWED,
  ),
});
