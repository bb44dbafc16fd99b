import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { SessionRow, UseCounts } from '../../contracts/index.ts';
import { LIST_PRICES } from '../../contracts/index.ts';
import { runUsage } from '../../handlers/run-usage.ts';
import { SHARE_BEFORE_WRITING, StepMeter } from '../../handlers/step-meter.ts';
import type { SpendLimits } from '../../services/services.ts';
import { sampleSessionRow } from '../conformance/session-row.ts';
import type { StepServicesUnderTest } from '../support/step-services.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const HAIKU = 'global.anthropic.claude-haiku-4-5-20251001-v1:0';

/** A million input tokens of {@link HAIKU} cost a dollar. */
const DOLLAR: UseCounts = { input_tokens: 1_000_000 };

const row = sampleSessionRow(1, { status: 'RUNNING', expires_at: Math.floor(Date.now() / 1_000) + 3_600 });
const folder = await temporaryFolder('step-meter');
let tests = 0;
let subject: StepServicesUnderTest;

beforeEach(async () => {
  tests += 1;
  subject = stepServices(join(folder, String(tests)));
  await subject.services.sessions.create(row);
});

afterEach(() => subject.close());

function meter(limits: SpendLimits, state: 'AnalyzeWithComprehend' | 'GenerateBrief' = 'GenerateBrief'): StepMeter {
  const { services } = subject;
  const { session_id, execution_id } = row;
  return new StepMeter(
    { ...services, settings: { ...services.settings, limits } },
    { state, session_id, execution_id },
  );
}

async function usage() {
  return runUsage((await subject.services.sessions.get(row.session_id)) as SessionRow, LIST_PRICES, 0);
}

describe('what a step pays for', () => {
  test('stands on the row at its upper bound before the call is made, and as it was after it', async () => {
    // Prepare
    const counting = meter({});

    // Act
    const booking = await counting.book({ input_tokens: 50_000, output_tokens: 8_000 }, HAIKU);
    const before = await usage();
    booking.settle({ input_tokens: 12_000, output_tokens: 900 });
    await counting.finish();

    // Assess
    expect(before).toMatchObject({ input_tokens: 50_000, output_tokens: 8_000, estimated_cost_usd: 0.09 });
    expect(await usage()).toMatchObject({ input_tokens: 12_000, output_tokens: 900, estimated_cost_usd: 0.016_5 });
    expect(counting.counts).toEqual({ input_tokens: 12_000, output_tokens: 900, estimated_cost_usd: 0.016_5 });
  });

  test('of an invocation that was cut off is counted at its upper bound by the next one', async () => {
    // Prepare
    await meter({}).book(DOLLAR, HAIKU);

    // Act
    const second = meter({ max_run_cost_usd: 2.5 });
    await second.book(DOLLAR, HAIKU);
    const third = second.book(DOLLAR, HAIKU);

    // Assess
    await expect(third).rejects.toMatchObject({
      name: 'QuotaExceededError',
      message: 'The run may cost $2.50; it has cost $2.00, and the next call could cost $1.00, so it was not made.',
      remedy: expect.stringMatching(/limits\.maxRunCostUsd.*--max-cost/),
    });
    expect(await usage()).toMatchObject({ input_tokens: 2_000_000, estimated_cost_usd: 2 });
  });

  test('never comes to more than the run may cost, however many calls are under way at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ most: fc.integer({ min: 1, max: 900_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
          {
            minLength: 1,
            maxLength: 25,
          },
        ),
        async (calls) => {
          // Prepare: a session of its own.
          tests += 1;
          const session_id = `t000000009-${String(tests).padStart(26, '0')}`;
          const own = { ...row, session_id, execution_id: `${session_id}-1` };
          await subject.services.sessions.create(own);
          const { services } = subject;
          const limited = { ...services, settings: { ...services.settings, limits: { max_run_cost_usd: 1 } } };
          const step = { state: 'GenerateBrief', session_id, execution_id: own.execution_id } as const;
          const counting = new StepMeter(limited, step);
          let paid = 0;

          // Act
          await Promise.all(
            calls.map(async ({ most, share }) => {
              const booking = await counting.book({ input_tokens: most }, HAIKU).catch(() => undefined);
              if (booking === undefined) return;
              paid += Math.round(most * share);
              booking.settle({ input_tokens: Math.round(most * share) });
            }),
          );
          await counting.finish();

          // Assess
          const used = runUsage((await services.sessions.get(session_id)) as SessionRow, LIST_PRICES, 0);
          expect(used.input_tokens).toBe(paid);
          expect(used.estimated_cost_usd).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('leaves half of the limit to the writing', async () => {
    // Prepare
    const limits = { max_run_cost_usd: 2 };
    const analysis = meter(limits, 'AnalyzeWithComprehend');
    const units = (usd: number): UseCounts => ({ comprehend_units: usd / LIST_PRICES.comprehend_unit_usd });

    // Act
    await analysis.book(units(0.9));
    const more = analysis.book(units(0.2));

    // Assess
    await expect(more).rejects.toThrow(
      'The run may cost $2.00, of which reading and analysis may use $1.00; it has cost $0.90',
    );
    await expect(meter(limits).book({ input_tokens: 1_100_000 }, HAIKU)).resolves.toBeDefined();
    expect(SHARE_BEFORE_WRITING).toBe(0.5);
  });

  test('is nothing any more once the session was stopped', async () => {
    // Prepare
    const counting = meter({});
    await counting.book(DOLLAR, HAIKU);
    const { session_id } = row;
    await subject.services.sessions.transition({ session_id, from: ['RUNNING'], to: 'ABORTED' });

    // Act
    const next = counting.book(DOLLAR, HAIKU);

    // Assess
    await expect(next).rejects.toMatchObject({ name: 'SessionConflictError' });
    expect(await usage()).toMatchObject({ input_tokens: 1_000_000 });
  });

  test('is named when it has no price, and refused when nothing then could keep the limit', async () => {
    // Act
    await meter({}).book({ input_tokens: 10 }, 'acme.quill-9');
    const limited = meter({ max_run_cost_usd: 5 }).book({ input_tokens: 10 }, 'acme.quill-9');

    // Assess
    await expect(limited).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: expect.stringContaining('no price for tokens of acme.quill-9'),
      remedy: expect.stringContaining('PRICE_INPUT_TOKENS_USD'),
    });
    expect(await usage()).toMatchObject({
      input_tokens: 10,
      estimated_cost_usd: 0,
      unpriced: ['tokens of acme.quill-9'],
    });
  });

  test('counts what was read once, however often the step reads it', async () => {
    // Act
    await meter({}, 'AnalyzeWithComprehend').noteRead({ pages: 12, characters: 40_000 });
    await meter({}, 'AnalyzeWithComprehend').noteRead({ pages: 11, characters: 39_000 });

    // Assess
    expect(await usage()).toMatchObject({ pages: 11, characters: 39_000, estimated_cost_usd: 0 });
  });
});
