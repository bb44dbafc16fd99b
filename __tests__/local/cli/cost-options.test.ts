import { afterEach, describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import type { ServerCostOptions } from '../../../local/cli/cost-options.ts';
import { addServerCostOptions, costSettings } from '../../../local/cli/cost-options.ts';

const VARIABLES = ['MAX_RUN_COST_USD', 'DAILY_BUDGET_USD', 'PRICE_INPUT_TOKENS_USD'];

afterEach(() => {
  for (const name of VARIABLES) delete process.env[name];
});

function given(...words: readonly string[]): ServerCostOptions {
  const command = addServerCostOptions(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  return command.parse([...words], { from: 'user' }).opts<ServerCostOptions>();
}

describe('what a command line says of cost', () => {
  test('is no limit when it says nothing', () => {
    expect(costSettings(given()).limits).toEqual({});
  });

  test('goes before the environment', () => {
    // Prepare
    process.env.MAX_RUN_COST_USD = '7';
    process.env.DAILY_BUDGET_USD = '20';

    // Assess
    expect(costSettings(given('--max-cost', '1.5', '--max-runs', '3')).limits).toEqual({
      max_run_cost_usd: 1.5,
      daily_budget_usd: 20,
      max_concurrent_runs: 3,
    });
  });

  test('is refused when a day is bounded and a run is not', () => {
    expect(() => costSettings(given('--daily-budget', '5'))).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', remedy: expect.stringContaining('--max-cost') }),
    );
  });

  test.each([
    ['--max-cost', '0'],
    ['--max-cost', 'two'],
    ['--daily-budget', '-1'],
    ['--max-runs', '1.5'],
  ])('is refused as %s %s', (flag, value) => {
    expect(() => given(flag, value)).toThrow(/must be a (whole )?number above 0/);
  });
});
