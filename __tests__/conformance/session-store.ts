import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionRow, StateProgress } from '../../contracts/index.ts';
import { TASK_STATES } from '../../contracts/index.ts';
import type { SessionStore } from '../../services/sessions/session-store.ts';
import { CONFORMANCE_START, sampleSessionRow } from './session-row.ts';

/** An empty store whose time the suite can move, and its end. */
export interface SessionStoreUnderTest {
  readonly store: SessionStore;
  /** Moves the clock that the store reads. */
  advanceSeconds(seconds: number): void;
  close(): Promise<void>;
}

/** What every session store must keep to. `make` gives an empty store whose clock stands at {@link CONFORMANCE_START}. */
export function sessionStoreConformance(name: string, make: () => Promise<SessionStoreUnderTest>): void {
  describe(`${name} keeps the contract of SessionStore`, () => {
    let subject: SessionStoreUnderTest;
    let store: SessionStore;

    beforeEach(async () => {
      subject = await make();
      store = subject.store;
    });

    afterEach(() => subject.close());

    it('gives back a created row with every attribute', async () => {
      // Prepare
      const row = sampleSessionRow(1, {
        execution_arn: 'arn:x',
        usage: { pages: 3 },
        company_name: 'Ünï "q" 株式会社',
      });

      // Act
      await store.create(row);

      // Assess
      expect(await store.get(row.session_id)).toEqual(row);
      expect(await store.get(sampleSessionRow(2).session_id)).toBeUndefined();
    });

    it('refuses a second row under the same id and keeps the first', async () => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);

      // Act
      const second = store.create({ ...row, company_name: 'Another' });

      // Assess
      await expect(second).rejects.toMatchObject({ name: 'SessionConflictError' });
      expect((await store.get(row.session_id))?.company_name).toBe('Acme Rockets');
    });

    it('lets exactly one of many creators win', async () => {
      // Prepare
      const rows = Array.from({ length: 20 }, (_, index) => sampleSessionRow(1, { company_name: `Company ${index}` }));

      // Act
      const outcomes = await Promise.allSettled(rows.map((row) => store.create(row)));

      // Assess
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('keeps an account of what a state used for each invocation, and the last of what each wrote', async () => {
      // Prepare
      const row = sampleSessionRow(1, { status: 'RUNNING' });
      await store.create(row);
      const account = (name: string) => ({ ...idsOf(row), state: 'AnalyzeWithComprehend' as const, account: name });

      // Act
      await store.putUse({ ...account('aa11'), use: { comprehend_units: 30, cost_usd: 0.003 } });
      await store.putUse({ ...account('bb22'), use: { comprehend_units: 7, cost_usd: 0.0007 } });
      await store.putUse({ ...account('aa11'), use: { comprehend_units: 40, cost_usd: 0.004 } });
      await store.putUse({
        ...account('cc33'),
        state: 'GenerateBrief',
        use: { cost_usd: 0, unpriced: 'tokens of quill' },
      });

      // Assess
      expect(await store.get(row.session_id)).toEqual({
        ...row,
        used: {
          AnalyzeWithComprehend: {
            aa11: { comprehend_units: 40, cost_usd: 0.004 },
            bb22: { comprehend_units: 7, cost_usd: 0.0007 },
          },
          GenerateBrief: { cc33: { cost_usd: 0, unpriced: 'tokens of quill' } },
        },
      });
    });

    it('loses no account when many begin at once', async () => {
      // Prepare
      const row = sampleSessionRow(1, { status: 'RUNNING' });
      await store.create(row);
      const names = Array.from({ length: 20 }, (_, index) => `calls${index}`);

      // Act
      await Promise.all(
        names.map((account, index) =>
          store.putUse({
            ...idsOf(row),
            state: 'ParseDocuments',
            account,
            use: { textract_pages: index, cost_usd: 0 },
          }),
        ),
      );

      // Assess
      expect(Object.keys((await store.get(row.session_id))?.used?.ParseDocuments ?? {}).sort()).toEqual(names.sort());
    });

    it('lets nothing be used any more once the session has ended, gone on or been deleted', async () => {
      // Prepare
      const ended = sampleSessionRow(1, { status: 'ABORTED' });
      const running = sampleSessionRow(2, { status: 'RUNNING' });
      await store.create(ended);
      await store.create(running);
      const use = { state: 'GenerateBrief' as const, account: 'aa11', use: { output_tokens: 5, cost_usd: 0.1 } };

      // Act
      const attempts = [
        store.putUse({ ...idsOf(ended), ...use }),
        store.putUse({ ...idsOf(running), ...use, execution_id: `${running.session_id}-9` }),
        store.putUse({ ...idsOf(sampleSessionRow(3)), ...use }),
      ];

      // Assess
      for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ name: 'SessionConflictError' });
      expect(await store.get(ended.session_id)).toEqual(ended);
      expect(await store.get(running.session_id)).toEqual(running);
    });

    it('changes status, patch and updated_at together, and leaves everything else', async () => {
      // Prepare
      const row = sampleSessionRow(1, { usage: { pages: 1, tokens: 2 } });
      await store.create(row);
      subject.advanceSeconds(60);
      const failure = { state: 'ScrapeCompany', error: 'NoEvidenceError', cause: 'why', remedy: 'what' };

      // Act
      const changed = await store.transition({
        session_id: row.session_id,
        from: ['QUEUED', 'RUNNING'],
        to: 'FAILED',
        execution_id: row.execution_id,
        patch: { failure, usage: { pages: 9 }, attempt: 2 },
      });

      // Assess
      const expected: SessionRow = {
        ...row,
        status: 'FAILED',
        failure,
        usage: { pages: 9 },
        attempt: 2,
        updated_at: new Date(CONFORMANCE_START.getTime() + 60_000).toISOString(),
      };
      expect(changed).toEqual(expected);
      expect(await store.get(row.session_id)).toEqual(expected);
    });

    it('forgets the progress of an earlier attempt when a new one begins', async () => {
      // Prepare
      const row = sampleSessionRow(1, { status: 'FAILED' });
      await store.create(row);
      await store.putProgress(row.session_id, 'ScrapeCompany', {
        status: 'failed',
        started_at: row.created_at,
        invocations: 3,
        reused: false,
        counts: {},
      });

      // Act
      await store.transition({
        session_id: row.session_id,
        from: ['FAILED'],
        to: 'QUEUED',
        patch: { progress: {}, attempt: 2 },
      });

      // Assess
      expect(await store.get(row.session_id)).toMatchObject({ attempt: 2, progress: {} });
      expect((await store.get(row.session_id))?.progress.ScrapeCompany).toBeUndefined();
    });

    it('removes an attribute that is patched with null', async () => {
      // Prepare
      const failure = { state: 'ScrapeCompany', error: 'NoEvidenceError', cause: 'why', remedy: 'what' };
      const row = sampleSessionRow(1, { status: 'FAILED', failure });
      await store.create(row);

      // Act
      const changed = await store.transition({
        session_id: row.session_id,
        from: ['FAILED'],
        to: 'QUEUED',
        patch: { failure: null, attempt: 2 },
      });

      // Assess
      expect(changed).not.toHaveProperty('failure');
      expect(await store.get(row.session_id)).toEqual(changed);
    });

    it.each([
      ['the status is another', { from: ['SUCCEEDED'] as const, execution_id: `${sampleSessionRow(1).session_id}-1` }],
      ['the execution is another', { from: ['QUEUED'] as const, execution_id: `${sampleSessionRow(1).session_id}-2` }],
    ])('changes nothing when %s', async (_, condition) => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);

      // Act
      const change = store.transition({ session_id: row.session_id, to: 'RUNNING', ...condition });

      // Assess
      await expect(change).rejects.toMatchObject({ name: 'SessionConflictError' });
      expect(await store.get(row.session_id)).toEqual(row);
    });

    it('refuses a transition of an absent session', async () => {
      // Act
      const change = store.transition({ session_id: sampleSessionRow(1).session_id, from: ['QUEUED'], to: 'RUNNING' });

      // Assess
      await expect(change).rejects.toMatchObject({ name: 'SessionConflictError' });
    });

    it('lets exactly one of many claimants move QUEUED to RUNNING', async () => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);

      // Act
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, () =>
          store.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' }),
        ),
      );

      // Assess
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('loses no progress when all states and a transition write at once', async () => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);

      // Act
      await Promise.all([
        ...TASK_STATES.map((state, index) => store.putProgress(row.session_id, state, progressOf(index + 1))),
        store.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' }),
      ]);

      // Assess
      const found = await store.get(row.session_id);
      expect(found?.status).toBe('RUNNING');
      expect(found?.progress).toEqual(
        Object.fromEntries(TASK_STATES.map((state, index) => [state, progressOf(index + 1)])),
      );
    });

    it('replaces the progress of one state and leaves updated_at', async () => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);
      await store.putProgress(row.session_id, 'ScrapeCompany', { ...progressOf(1), error: 'TransientUpstreamError' });
      subject.advanceSeconds(5);

      // Act
      await store.putProgress(row.session_id, 'ScrapeCompany', progressOf(2));

      // Assess
      expect(await store.get(row.session_id)).toEqual({ ...row, progress: { ScrapeCompany: progressOf(2) } });
    });

    it('ignores progress of an absent session', async () => {
      // Prepare
      const { session_id } = sampleSessionRow(1);

      // Act
      await store.putProgress(session_id, 'ScrapeCompany', progressOf(1));

      // Assess
      expect(await store.get(session_id)).toBeUndefined();
    });

    it('pages through the sessions of one owner, newest first, each exactly once', async () => {
      // Prepare
      const order = [4, 1, 7, 3, 6, 2, 5];
      await Promise.all(order.map((number) => store.create(sampleSessionRow(number))));
      await store.create(sampleSessionRow(8, { owner: 'somebody else' }));

      // Act
      const pages = await allPages(store, { owner: 'local', limit: 3 });

      // Assess
      expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
      expect(pages.flat()).toEqual([7, 6, 5, 4, 3, 2, 1].map((number) => sampleSessionRow(number)));
    });

    it('orders sessions that were created in the same millisecond and pages between them', async () => {
      // Prepare
      const createdAt = CONFORMANCE_START.toISOString();
      const rows = [1, 2, 3, 4].map((number) => sampleSessionRow(number, { created_at: createdAt }));
      await Promise.all(rows.map((row) => store.create(row)));

      // Act
      const pages = await allPages(store, { owner: 'local', limit: 1 });

      // Assess
      expect(new Set(pages.flat().map(({ session_id }) => session_id)).size).toBe(4);
      expect(pages.flat()).toHaveLength(4);
    });

    it('lists only the status asked for, in full pages', async () => {
      // Prepare
      const statusOf = (number: number) => (number % 2 === 0 ? 'FAILED' : 'SUCCEEDED');
      await Promise.all(
        [1, 2, 3, 4, 5, 6].map((number) => store.create(sampleSessionRow(number, { status: statusOf(number) }))),
      );

      // Act
      const pages = await allPages(store, { owner: 'local', status: 'FAILED', limit: 2 });

      // Assess
      expect(pages.flat().map(({ session_id }) => session_id)).toEqual(
        [6, 4, 2].map((number) => sampleSessionRow(number).session_id),
      );
      expect(pages[0]).toHaveLength(2);
    });

    it.each([
      ['a foreign cursor', { limit: 10, cursor: 'not-a-cursor' }],
      ['a page of none', { limit: 0 }],
      ['a page of 101', { limit: 101 }],
      ['half a row', { limit: 1.5 }],
    ])('refuses %s', async (_, query) => {
      // Act
      const page = store.list({ owner: 'local', ...query });

      // Assess
      await expect(page).rejects.toMatchObject({ name: 'RejectedInputError' });
    });

    it('takes an expired row for absent everywhere, and its id for free', async () => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);
      await store.putProgress(row.session_id, 'ScrapeCompany', progressOf(1));

      // Act
      subject.advanceSeconds(86_400);

      // Assess
      expect(await store.get(row.session_id)).toBeUndefined();
      expect((await store.list({ owner: 'local', limit: 10 })).rows).toEqual([]);
      await expect(
        store.transition({ session_id: row.session_id, from: ['QUEUED'], to: 'RUNNING' }),
      ).rejects.toMatchObject({ name: 'SessionConflictError' });
      const successor = { ...row, expires_at: row.expires_at + 86_400 };
      await store.create(successor);
      expect(await store.get(row.session_id)).toEqual(successor);
    });

    it('forgets a session, also when it is absent', async () => {
      // Prepare
      const row = sampleSessionRow(1);
      await store.create(row);

      // Act
      await store.delete(row.session_id);
      await store.delete(row.session_id);

      // Assess
      expect(await store.get(row.session_id)).toBeUndefined();
    });
  });
}

function progressOf(invocations: number): StateProgress {
  return {
    status: 'running',
    started_at: CONFORMANCE_START.toISOString(),
    invocations,
    reused: false,
    counts: { pages: invocations },
  };
}

async function allPages(
  store: SessionStore,
  query: Omit<Parameters<SessionStore['list']>[0], 'cursor'>,
): Promise<SessionRow[][]> {
  const pages: SessionRow[][] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(cursor === undefined ? query : { ...query, cursor });
    pages.push([...page.rows]);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

function idsOf({ session_id, execution_id }: SessionRow): Pick<SessionRow, 'session_id' | 'execution_id'> {
  return { session_id, execution_id };
}
