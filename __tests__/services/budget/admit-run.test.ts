import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { admitRun, overdueRuns, settleRun } from '../../../services/budget/admit-run.ts';
import type { BudgetLedger } from '../../../services/budget/budget-ledger.ts';
import { EMPTY_LEDGER, BudgetLedger as LedgerContract } from '../../../services/budget/budget-ledger.ts';

const NOON = new Date('2026-11-22T12:00:00Z');
const HOUR_S = 3_600;
const LIMITS = { max_run_cost_usd: 2, daily_budget_usd: 10, max_concurrent_runs: 3 };

function applicant(execution_id: string, reserved_usd = 2, before_usd = 0) {
  return { execution_id, reserved_usd, before_usd, until: NOON.getTime() / 1_000 + HOUR_S };
}

function admitted(ledger: BudgetLedger, ...ids: readonly string[]): BudgetLedger {
  return ids.reduce((before, id) => admitRun(before, applicant(id), LIMITS, NOON).ledger, ledger);
}

/** What happens to the budget over some days: runs start, end with what they cost, or are never heard of again. */
const anyEvent = fc.oneof(
  fc.record({ kind: fc.constant('start' as const), id: fc.nat(30), usd: fc.double({ min: 0, max: 3, noNaN: true }) }),
  fc.record({ kind: fc.constant('end' as const), id: fc.nat(30), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }),
);

type BudgetEvent = typeof anyEvent extends fc.Arbitrary<infer Event> ? Event : never;

/** The ledger at a time, and what runs that ended have cost by day. */
interface Books {
  readonly ledger: BudgetLedger;
  readonly now: Date;
  readonly spent: ReadonlyMap<string, number>;
}

function booked({ ledger, now, spent }: Books, event: BudgetEvent): Books {
  if (event.kind === 'wait') return { ledger, spent, now: new Date(now.getTime() + event.hours * HOUR_S * 1_000) };
  const execution_id = `run-${event.id}`;
  if (event.kind === 'start') {
    const until = Math.floor(now.getTime() / 1_000) + HOUR_S;
    const wanted = { execution_id, reserved_usd: event.usd, before_usd: 0, until };
    return { now, spent, ledger: admitRun(ledger, wanted, LIMITS, now).ledger };
  }
  const run = ledger.runs[execution_id];
  const cost = (run?.reserved_usd ?? 0) * event.share;
  const day = now.toISOString().slice(0, 10);
  return {
    now,
    spent: run ? new Map(spent).set(day, (spent.get(day) ?? 0) + cost) : spent,
    ledger: settleRun(ledger, execution_id, cost, now).ledger,
  };
}

function expectWithinLimits({ ledger, now }: Books): void {
  const runs = Object.values(ledger.runs);
  const reserved = runs.reduce((sum, { reserved_usd }) => sum + reserved_usd, 0);
  expect(ledger.spent_usd + reserved).toBeLessThanOrEqual(LIMITS.daily_budget_usd + 1e-6);
  expect(runs.filter(({ until }) => until * 1_000 > now.getTime()).length).toBeLessThanOrEqual(
    LIMITS.max_concurrent_runs,
  );
  expect(LedgerContract.safeParse(ledger).success).toBe(true);
}

describe('the budget of all runs', () => {
  test('is kept on every day, whatever starts, ends and is lost', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        // Prepare
        let books: Books = { ledger: EMPTY_LEDGER, now: NOON, spent: new Map() };
        for (const event of events) {
          // Act
          books = booked(books, event);

          // Assess
          expectWithinLimits(books);
        }
        expect([...books.spent.values()].every((usd) => usd <= LIMITS.daily_budget_usd + 1e-6)).toBe(true);
      }),
    );
  });

  test('lets in as many as may be under way, then one for each that ends', () => {
    // Act
    const full = admitted(EMPTY_LEDGER, 'a', 'b', 'c');
    const refused = admitRun(full, applicant('d'), LIMITS, NOON);
    const afterEnd = admitRun(settleRun(full, 'b', 0.5, NOON).ledger, applicant('d'), LIMITS, NOON);

    // Assess
    expect(refused.result).toEqual({ reason: 'too-many-runs', running: 3 });
    expect(refused.ledger).toBe(full);
    expect(afterEnd.result).toBeUndefined();
    expect(Object.keys(afterEnd.ledger.runs).sort()).toEqual(['a', 'c', 'd']);
  });

  test('sets aside once for a run that is started twice, and counts its cost once', () => {
    // Act
    const once = admitted(EMPTY_LEDGER, 'a');
    const twice = admitRun(once, applicant('a'), LIMITS, NOON);
    const ended = settleRun(once, 'a', 1.25, NOON).ledger;
    const endedTwice = settleRun(ended, 'a', 1.25, NOON);

    // Assess
    expect(twice.ledger).toBe(once);
    expect(twice.result).toBeUndefined();
    expect(endedTwice.ledger).toBe(ended);
    expect(ended).toMatchObject({ spent_usd: 1.25, runs: {} });
  });

  test('tells money that is spent from money that is set aside', () => {
    // Prepare
    const limits = { ...LIMITS, max_concurrent_runs: 100, daily_budget_usd: 4 };
    const open = ['a', 'b'].reduce((ledger, id) => admitRun(ledger, applicant(id), limits, NOON).ledger, EMPTY_LEDGER);
    const spent = settleRun(settleRun(open, 'a', 2, NOON).ledger, 'b', 1, NOON).ledger;

    // Assess
    expect(admitRun(open, applicant('c'), limits, NOON).result).toMatchObject({ reserved_usd: 4, is_set_aside: true });
    expect(admitRun(spent, applicant('c'), limits, NOON).result).toMatchObject({ spent_usd: 3, is_set_aside: false });
  });

  test('begins anew at midnight UTC, but for what is still under way', () => {
    // Prepare
    const tomorrow = new Date('2026-11-23T00:00:00Z');
    const limits = { ...LIMITS, daily_budget_usd: 4 };
    const evening = settleRun(admitted(EMPTY_LEDGER, 'a', 'b'), 'a', 2, NOON).ledger;

    // Act
    const first = admitRun(evening, applicant('c'), limits, tomorrow);
    const second = admitRun(first.ledger, applicant('d'), limits, tomorrow);

    // Assess
    expect(first.result).toBeUndefined();
    expect(second.result).toMatchObject({ reason: 'budget-used-up', spent_usd: 0, reserved_usd: 4 });
  });

  test('keeps money of a run that nobody ended until somebody says what it cost, but not its place', () => {
    // Prepare
    const later = new Date(NOON.getTime() + 2 * HOUR_S * 1_000);
    const limits = { ...LIMITS, max_concurrent_runs: 1, daily_budget_usd: 3 };
    const lost = admitRun(EMPTY_LEDGER, applicant('lost'), limits, NOON).ledger;

    // Act
    const before = admitRun(lost, { ...applicant('next'), until: later.getTime() }, limits, later);
    const settled = settleRun(lost, 'lost', 0.25, later).ledger;
    const after = admitRun(settled, { ...applicant('next'), until: later.getTime() }, limits, later);

    // Assess
    expect(overdueRuns(lost, NOON)).toEqual([]);
    expect(overdueRuns(lost, later)).toEqual(['lost']);
    expect(before.result).toMatchObject({ reason: 'budget-used-up' });
    expect(after.result).toBeUndefined();
    expect(settleRun(lost, 'lost', Number.POSITIVE_INFINITY, later).ledger.spent_usd).toBe(2);
  });

  test('counts of a later attempt what it added', () => {
    const second = admitRun(EMPTY_LEDGER, applicant('s-2', 0.5, 1.5), LIMITS, NOON).ledger;
    expect(settleRun(second, 's-2', 1.8, NOON).ledger.spent_usd).toBeCloseTo(0.3, 9);
  });
});
