import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluateIntrinsic } from '../../../../local/engine/asl/intrinsics/evaluate-intrinsic.ts';
import type { Json } from '../../../../statemachine/asl.ts';

const ROOTS = {
  data: {
    name: 'Ada',
    n: 7,
    list: [1, 2, 2, [3], [3]],
    a: { x: 1, y: 2 },
    b: { y: 3 },
    template: 'Hi {}',
    'k,)': 'odd',
  },
  context: { State: { Name: 'Here' } },
};

describe('evaluateIntrinsic', () => {
  it.each<[string, Json]>([
    ["States.Format('{}.{}', $.name, $$.State.Name)", 'Ada.Here'],
    ["States.Format('{} {} {} {}', $.n, true, null, $.a)", '7 true null {"x":1,"y":2}'],
    ["States.Format('(\\{\\} \\'{}\\' \\\\)', 'a, b')", "({} 'a, b' \\)"],
    ['States.Format($.template, $.name)', 'Hi Ada'],
    ["States.Format('nothing to fill')", 'nothing to fill'],
    ["States.Format('{}', $['k,)'])", 'odd'],
    ["States.Format('{}', States.Format('<{}>', States.MathAdd($.n, 1)))", '<8>'],
    ["States.Array(1, 'two', $.name, null)", [1, 'two', 'Ada', null]],
    ['States.Array()', []],
    ['States.ArrayPartition($.list, 2)', [[1, 2], [2, [3]], [[3]]]],
    ['States.ArrayContains($.list, 2)', true],
    ['States.ArrayContains($.list, 5)', false],
    ['States.ArrayRange(1, 9, 2)', [1, 3, 5, 7, 9]],
    ['States.ArrayRange(3, 0, -1)', [3, 2, 1, 0]],
    ['States.ArrayGetItem($.list, 3)', [3]],
    ['States.ArrayLength($.list)', 5],
    ['States.ArrayUnique($.list)', [1, 2, [3]]],
    ["States.Base64Encode('naïve')", 'bmHDr3Zl'],
    ["States.Base64Decode('bmHDr3Zl')", 'naïve'],
    ["States.Hash('abc', 'SHA-1')", 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['States.JsonMerge($.a, $.b, false)', { x: 1, y: 3 }],
    ['States.JsonToString($.a)', '{"x":1,"y":2}'],
    ['States.StringToJson(\'[1,{"a":null}]\')', [1, { a: null }]],
    ['States.MathAdd(-3, 5)', 2],
    ["States.StringSplit('a.b+c,d', '.+,')", ['a', 'b', 'c', 'd']],
  ])('%s', (text, expected) => {
    // Assess
    expect(evaluateIntrinsic(text, ROOTS)).toEqual(expected);
  });

  it.each([
    "States.Format('{} {}', $.n)",
    "States.Format('{}', $.n, $.n)",
    'States.Format($.n)',
    'States.ArrayGetItem($.list, 9)',
    'States.ArrayLength($.name)',
    'States.ArrayPartition($.list, 0)',
    'States.ArrayRange(1, 5000, 1)',
    'States.ArrayRange(1, 5, 0)',
    "States.Hash('abc', 'CRC32')",
    'States.JsonMerge($.a, $.b, true)',
    "States.StringToJson('{not json')",
    "States.MathAdd('1', 2)",
    "States.StringSplit($.n, ',')",
    'States.UUID(1)',
    "States.MathRandom('a', 3)",
  ])('%s fails with States.IntrinsicFailure', (text) => {
    // Assess
    expect(() => evaluateIntrinsic(text, ROOTS)).toThrow(expect.objectContaining({ error: 'States.IntrinsicFailure' }));
  });

  it.each([
    'States.Unknown(1)',
    "States.Format('{}'",
    "States.Format('{}', $.n) more",
    'States.Array(1,)',
    'States.Array(,)',
    "States.Format('{}', $.missing)",
  ])('%s fails with States.Runtime', (text) => {
    // Assess
    expect(() => evaluateIntrinsic(text, ROOTS)).toThrow(expect.objectContaining({ error: 'States.Runtime' }));
  });

  it('gives a UUID, and a repeatable number for a seed', () => {
    // Act
    const numbers = [1, 2].map(() => evaluateIntrinsic('States.MathRandom(5, 9, 42)', ROOTS));

    // Assess
    expect(evaluateIntrinsic('States.UUID()', ROOTS)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(numbers[0]).toBe(numbers[1]);
    expect([5, 6, 7, 8]).toContain(numbers[0]);
  });

  it('gives back any text that is quoted and escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const quoted = value.replace(/[\\'{}]/g, '\\$&');
        expect(evaluateIntrinsic(`States.Format('${quoted}')`, ROOTS)).toBe(value);
        expect(evaluateIntrinsic(`States.ArrayGetItem(States.Array('${quoted}', 1), 0)`, ROOTS)).toBe(value);
      }),
    );
  });

  it('decodes what it encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const roots = { data: { value }, context: {} };
        expect(evaluateIntrinsic('States.Base64Decode(States.Base64Encode($.value))', roots)).toBe(value);
      }),
    );
  });
});
