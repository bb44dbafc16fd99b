import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ExecutionRecord } from '../../../local/engine/execution-record.ts';
import { ExecutionStore } from '../../../local/engine/execution-store.ts';
import type { Lease } from '../../../local/engine/process-lease.ts';
import { temporaryFolder } from './engine-fixture.ts';

const AT = '2026-11-22T10:00:00.000Z';

let remove: () => Promise<void>;
let store: ExecutionStore;

beforeEach(async () => {
  const temporary = await temporaryFolder();
  remove = temporary.remove;
  store = new ExecutionStore(join(temporary.folder, 'e.sqlite'), false);
  store.insert('one', '{"n":1}', 7, leaseOf('first'), AT);
});

afterEach(async () => {
  store.close();
  await remove();
});

function leaseOf(owner: string): Lease {
  return { owner, host: 'host', pid: 1, until_ms: 1_000 };
}

function found(): ExecutionRecord {
  const record = store.find('one');
  if (record === undefined) {
    throw new Error('The execution is not there.');
  }
  return record;
}

const entered = { type: 'StateEntered', state: 'Any' } as const;

describe('ExecutionStore', () => {
  it('lets exactly one of two claims of the same run win', () => {
    // Prepare
    const seen = found();

    // Act
    const claims = [store.claim(seen, leaseOf('second'), AT), store.claim(seen, leaseOf('third'), AT)];

    // Assess
    expect(claims.map((event) => event?.type)).toEqual(['ExecutionStarted', undefined]);
    expect(found()).toMatchObject({ lease: { owner: 'second' }, description: { runs: 2 } });
  });

  it('lets exactly one of two claims of a released run win', () => {
    // Prepare
    store.release('first');
    const seen = found();

    // Act
    const claims = [store.claim(seen, leaseOf('second'), AT), store.claim(seen, leaseOf('third'), AT)];

    // Assess
    expect(claims.map((event) => event?.type)).toEqual(['ExecutionStarted', undefined]);
  });

  it('takes nothing more from an owner whose run was taken over, while the new run goes on', () => {
    // Prepare
    store.claim(found(), leaseOf('second'), AT);
    const before = store.events('one');

    // Act
    const appended = store.append('one', 'first', entered, 999, AT);
    const ended = store.end('one', 'first', { status: 'SUCCEEDED', output: 'late' }, AT);

    // Assess
    expect([appended, ended]).toEqual([undefined, undefined]);
    expect(store.events('one')).toEqual(before);
    expect(found().description).toMatchObject({ status: 'RUNNING', largest_payload_bytes: 7 });
    expect(store.append('one', 'second', entered, 20, AT)).toMatchObject({ id: before.length + 1, state: 'Any' });
    expect(found().description.largest_payload_bytes).toBe(20);
  });

  it('ends an execution once, also for somebody else, and takes nothing after the end', () => {
    // Act
    const ends = [
      store.end('one', null, { status: 'ABORTED', cause: 'stopped' }, AT),
      store.end('one', 'first', { status: 'SUCCEEDED', output: 1 }, AT),
      store.append('one', 'first', entered, 9, AT),
      store.claim(found(), leaseOf('second'), AT),
    ];

    // Assess
    expect(ends.map((event) => event?.type)).toEqual(['ExecutionAborted', undefined, undefined, undefined]);
    expect(found().description).toMatchObject({ status: 'ABORTED', cause: 'stopped', stopped_at: AT });
    expect(store.running()).toEqual([]);
  });

  it('renews the lease of running executions of one owner and names them', () => {
    // Prepare
    store.insert('two', '{}', 2, leaseOf('first'), AT);
    store.insert('three', '{}', 2, leaseOf('second'), AT);
    store.end('two', 'first', { status: 'SUCCEEDED', output: null }, AT);

    // Act
    const renewed = store.renew('first', 5_000);

    // Assess
    expect([...renewed]).toEqual(['one']);
    expect(store.running().map(({ lease }) => [lease.owner, lease.until_ms])).toEqual(
      expect.arrayContaining([
        ['first', 5_000],
        ['second', 1_000],
      ]),
    );
  });

  it('refuses a second insert under one name and adds no event', () => {
    // Act
    const second = store.insert('one', '{"n":2}', 7, leaseOf('second'), AT);

    // Assess
    expect(second).toBeUndefined();
    expect(found()).toMatchObject({ input: { n: 1 }, lease: { owner: 'first' } });
    expect(store.events('one')).toHaveLength(1);
  });
});
