import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { ConfigurationError } from '../../contracts/index.ts';
import { limitsOf } from '../../services/cost/cost-settings.ts';
import type { SpendLimits } from '../../services/services.ts';
import type { LocalServicesOptions } from '../services/open-local-services.ts';

/** What a command line says of cost, in US dollars. */
export interface CostOptions {
  readonly maxCost?: number;
}

/** What the command line of a server says of cost and of how much may go on at once. */
export interface ServerCostOptions extends CostOptions {
  readonly dailyBudget?: number;
  readonly maxRuns?: number;
}

/** Adds the option that bounds what a run may cost. */
export function addCostOptions(command: Command): Command {
  return command.option(
    '--max-cost <usd>',
    'most that a run may cost in US dollars, where parts in AWS or a model are used (default: no limit)',
    positiveNumber,
  );
}

/** Adds the options that bound what the runs of a server may cost, and how many there may be at once. */
export function addServerCostOptions(command: Command): Command {
  return addCostOptions(command)
    .option(
      '--daily-budget <usd>',
      'most that all runs of a day may cost in US dollars; needs --max-cost',
      positiveNumber,
    )
    .option('--max-runs <n>', 'runs that may be under way at once (default: 32)', positiveWholeNumber);
}

/**
 * Prices and limits: those of the command line before those of the environment (MAX_RUN_COST_USD, PRICE_…).
 *
 * @throws ConfigurationError for a daily budget without a limit for each run, and for variables that are no numbers
 */
export function costSettings({
  maxCost,
  dailyBudget,
  maxRuns,
}: ServerCostOptions): Pick<LocalServicesOptions, 'environment' | 'limits'> {
  const limits: SpendLimits = {
    ...limitsOf(process.env),
    ...(maxCost === undefined ? {} : { max_run_cost_usd: maxCost }),
    ...(dailyBudget === undefined ? {} : { daily_budget_usd: dailyBudget }),
    ...(maxRuns === undefined ? {} : { max_concurrent_runs: maxRuns }),
  };
  if (limits.daily_budget_usd !== undefined && limits.max_run_cost_usd === undefined)
    throw new ConfigurationError('The budget of a day cannot be kept when a run may cost anything.', {
      remedy: 'Give --max-cost USD too: so much is set aside when a run starts.',
    });
  return { environment: process.env, limits };
}

function positiveNumber(value: string): number {
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  throw new InvalidArgumentError('must be a number above 0.');
}

function positiveWholeNumber(value: string): number {
  const number = positiveNumber(value);
  if (Number.isInteger(number)) return number;
  throw new InvalidArgumentError('must be a whole number above 0.');
}
