import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findByPath, getByPath } from '../../../../local/engine/asl/path.ts';
import { applyResultPath } from '../../../../local/engine/asl/result-path.ts';
import type { Json } from '../../../../statemachine/asl.ts';

const DATA = {
  a: { b: [10, 20, 30, 40], 'with.dot': 1, "it's": 2, 'käse-1': 3, '': 4 },
  list: [{ n: 1 }, { n: 2, list: [{ n: 3 }] }],
  none: null,
};
const ROOTS = { data: DATA, context: { Execution: { Name: 'one' } } };

describe('findByPath', () => {
  it.each<[string, Json]>([
    ['$', DATA],
    ['$.a.b[1]', 20],
    ['$.a.b[-1]', 40],
    ["$['a']['with.dot']", 1],
    ['$["a"]["with.dot"]', 1],
    ["$.a['it\\'s']", 2],
    ['$.a.käse-1', 3],
    ["$.a['']", 4],
    ['$.none', null],
    ['$.a.b[*]', [10, 20, 30, 40]],
    ['$.a.b[1:3]', [20, 30]],
    ['$.a.b[::2]', [10, 30]],
    ['$.a.b[-2:]', [30, 40]],
    ['$.a.b[0,2]', [10, 30]],
    ["$.a['with.dot','it\\'s']", [1, 2]],
    ['$.list[*].n', [1, 2]],
    ['$..n', [1, 2, 3]],
    ['$.list.*.n', [1, 2]],
    ['$.missing[*]', []],
    ['$$.Execution.Name', 'one'],
    ['$$', ROOTS.context],
  ])('%s', (path, expected) => {
    // Assess
    expect(findByPath(path, ROOTS)).toEqual(expected);
  });

  it.each(['$.missing', '$.a.b[4]', '$.a.b[-5]', '$.a.b.length', '$.constructor', '$.a[0]', '$.none.x'])(
    '%s points to nothing',
    (path) => {
      // Assess
      expect(findByPath(path, ROOTS)).toBeUndefined();
      expect(() => getByPath(path, ROOTS, 'InputPath')).toThrow(
        expect.objectContaining({ error: 'States.Runtime', causeText: expect.stringContaining(path) }),
      );
    },
  );

  it.each(['a.b', '$.', '$.a.', '$a', '$.a[', '$.a[x]', '$.a[?(@.n > 1)]', '$.a.b[1'])('%s cannot be read', (path) => {
    // Assess
    expect(() => findByPath(path, ROOTS)).toThrow(expect.objectContaining({ error: 'States.Runtime' }));
  });
});

describe('applyResultPath', () => {
  it.each<[string | null | undefined, Json, Json]>([
    [undefined, { a: 1 }, 'new'],
    ['$', { a: 1 }, 'new'],
    [null, { a: 1 }, { a: 1 }],
    ['$.b', { a: 1 }, { a: 1, b: 'new' }],
    ['$.a', { a: 1 }, { a: 'new' }],
    ['$.b.c.d', { a: 1 }, { a: 1, b: { c: { d: 'new' } } }],
    ["$['b.c']", {}, { 'b.c': 'new' }],
    ['$.list[1].x', { list: [1, {}, 3] }, { list: [1, { x: 'new' }, 3] }],
  ])('%s', (path, input, expected) => {
    // Assess
    expect(applyResultPath(input, 'new', path)).toEqual(expected);
  });

  it.each<[string, Json]>([
    ['$.a.b', { a: 1 }],
    ['$.a', 'a text'],
    ['$.list[3]', { list: [1] }],
    ['$[0]', { a: 1 }],
  ])('%s does not fit %j', (path, input) => {
    // Assess
    expect(() => applyResultPath(input, 'new', path)).toThrow(
      expect.objectContaining({ error: 'States.ResultPathMatchFailure' }),
    );
  });

  it('puts any value where the path finds it again, and leaves every other member', () => {
    const member = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(
        fc.dictionary(member, fc.jsonValue() as fc.Arbitrary<Json>),
        fc.array(member, { minLength: 1, maxLength: 3 }),
        fc.jsonValue() as fc.Arbitrary<Json>,
        (others, names, value) => {
          const [first = ''] = names;
          const input = Object.fromEntries(Object.entries(others).filter(([name]) => name !== first));
          const path = `$${names.map((name) => `['${name.replace(/[\\']/g, '\\$&')}']`).join('')}`;
          const output = applyResultPath(input, value, path);
          expect(findByPath(path, { data: output, context: {} })).toEqual(value);
          expect(Object.entries(output ?? {}).filter(([name]) => name !== first)).toEqual(Object.entries(input));
        },
      ),
    );
  });
});
