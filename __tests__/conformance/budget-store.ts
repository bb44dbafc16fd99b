import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { admitRun, settleRun } from '../../services/budget/admit-run.ts';
import type { BudgetLedger, BudgetStore } from '../../services/budget/budget-ledger.ts';
import { EMPTY_LEDGER } from '../../services/budget/budget-ledger.ts';

/** An empty store, further ones on the same data as other processes have them, and their end. */
export interface BudgetStoreUnderTest {
  readonly store: BudgetStore;
  /** Another store on the same data. */
  another(): Promise<BudgetStore>;
  close(): Promise<void>;
}

const NOW = new Date('2026-11-22T12:00:00Z');
const UNTIL = NOW.getTime() / 1_000 + 3_600;

/** What every budget store must keep to. */
export function budgetStoreConformance(name: string, make: () => Promise<BudgetStoreUnderTest>): void {
  describe(`${name} keeps the contract of BudgetStore`, () => {
    let subject: BudgetStoreUnderTest;

    beforeEach(async () => {
      subject = await make();
    });

    afterEach(() => subject.close());

    const ledgerOf = (store: BudgetStore): Promise<BudgetLedger> =>
      store.change((ledger) => ({ ledger, result: ledger }));
    const start = (store: BudgetStore, id: string, limits: object) =>
      store.change((ledger) =>
        admitRun(ledger, { execution_id: id, reserved_usd: 1, before_usd: 0, until: UNTIL }, limits, NOW),
      );

    it('begins empty, and leaves no trace of a look', async () => {
      expect(await ledgerOf(subject.store)).toEqual(EMPTY_LEDGER);
      expect(await ledgerOf(subject.store)).toEqual(EMPTY_LEDGER);
    });

    it('gives every store the newest ledger', async () => {
      // Prepare
      const another = await subject.another();

      // Act
      await start(subject.store, 'run-1', {});
      await another.change((ledger) => settleRun(ledger, 'run-1', 0.125, NOW));

      // Assess
      expect(await ledgerOf(subject.store)).toEqual({ day: '2026-11-22', spent_usd: 0.125, runs: {} });
    });

    it('lets in exactly as many of fifty at once as may be under way', async () => {
      // Prepare
      const stores = [subject.store, await subject.another(), await subject.another()];
      const limits = { max_concurrent_runs: 7 };

      // Act
      const refusals = await Promise.all(
        Array.from({ length: 50 }, (_, index) => start(stores[index % 3] ?? subject.store, `run-${index}`, limits)),
      );

      // Assess
      expect(refusals.filter((refusal) => refusal === undefined)).toHaveLength(7);
      expect(Object.keys((await ledgerOf(subject.store)).runs)).toHaveLength(7);
    });

    it('never sets more aside than a day may cost, with fifty starting and ending at once', async () => {
      // Prepare
      const stores = [subject.store, await subject.another()];
      const limits = { daily_budget_usd: 10 };

      // Act: each run that was let in ends at once and has cost a tenth of what was set aside.
      const refusals = await Promise.all(
        Array.from({ length: 50 }, async (_, index) => {
          const store = stores[index % 2] ?? subject.store;
          const refusal = await start(store, `run-${index}`, limits);
          const ledger = await ledgerOf(store);
          const aside = Object.keys(ledger.runs).length;
          expect(ledger.spent_usd + aside).toBeLessThanOrEqual(10 + 1e-9);
          if (refusal === undefined) await store.change((each) => settleRun(each, `run-${index}`, 0.1, NOW));
          return refusal;
        }),
      );

      // Assess
      const admitted = refusals.filter((refusal) => refusal === undefined).length;
      expect(admitted).toBeGreaterThanOrEqual(10);
      const { runs, spent_usd } = await ledgerOf(subject.store);
      expect(runs).toEqual({});
      expect(spent_usd).toBeCloseTo(admitted * 0.1, 6);
    });

    it('changes nothing when the change is refused by its own fault', async () => {
      // Prepare
      await start(subject.store, 'run-1', {});

      // Act
      const failing = subject.store.change(() => {
        throw new TypeError('a fault of the change');
      });

      // Assess
      await expect(failing).rejects.toThrow('a fault of the change');
      expect(Object.keys((await ledgerOf(subject.store)).runs)).toEqual(['run-1']);
    });
  });
}
