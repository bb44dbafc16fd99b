import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { mismatches } from '../../statemachine/shapes/assignable.ts';
import { evaluateTemplate } from '../../statemachine/shapes/evaluate.ts';
import { parseIntrinsic } from '../../statemachine/shapes/intrinsic.ts';
import { putAtPath } from '../../statemachine/shapes/put-at-path.ts';
import { parseReferencePath } from '../../statemachine/shapes/reference-path.ts';
import { resolvePath } from '../../statemachine/shapes/resolve-path.ts';
import type { Shape } from '../../statemachine/shapes/shape.ts';
import { literalShape, objectOf, STRING, shapeOfSchema } from '../../statemachine/shapes/shape.ts';

const session = shapeOfSchema(
  z.object({
    id: z.string(),
    role: z.string().nullable(),
    note: z.string().optional(),
    site: z.discriminatedUnion('status', [
      z.object({ status: z.literal('read'), pages: z.number() }),
      z.object({ status: z.literal('none') }),
    ]),
    urls: z.array(z.string()),
  }),
  'output',
);

function follow(path: string, shape: Shape = session) {
  return resolvePath(shape, parseReferencePath(path)?.steps ?? []);
}

describe('parseReferencePath', () => {
  it.each([
    ['$', { root: '$', steps: [] }],
    ['$$.Execution.Id', { root: '$$', steps: ['Execution', 'Id'] }],
    ["$.a['b c'][0].d", { root: '$', steps: ['a', 'b c', 0, 'd'] }],
  ])('reads %s', (text, path) => {
    expect(parseReferencePath(text)).toEqual(path);
  });

  it.each(['a', '$.', '$..a', '$.a[*]', '$.a[?(@.b)]', '$.a[0:2]', '$a'])(
    'does not take %s, which may lead to several values or none',
    (text) => {
      expect(parseReferencePath(text)).toBeUndefined();
    },
  );
});

describe('resolvePath', () => {
  it.each([
    ['$.id', { type: 'string' }],
    ['$.role', { type: ['string', 'null'] }],
    [
      '$.site.status',
      {
        anyOf: [
          { type: 'string', const: 'read' },
          { type: 'string', const: 'none' },
        ],
      },
    ],
  ])('follows %s to its shape', (path, shape) => {
    expect(follow(path)).toEqual({ shape });
  });

  it.each([
    ['$.ide', '"ide" is not there; there are: id, role, note, site, urls'],
    ['$.note', '"note" may be absent'],
    ['$.site.pages', '"pages" is not there; there are: status'],
    ['$.urls[0]', '[0] may be absent'],
    ['$.id.length', '"length" is sought in a value of type string'],
    ['$.role.title', '"title" is sought in a value of type string'],
  ])('says why %s leads nowhere', (path, problem) => {
    expect(follow(path)).toEqual({ problem });
  });

  it('finds every field of every JSON object by its path', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]\w*$/), fc.jsonValue(), { minKeys: 1 }), (value) => {
        // Prepare
        const shape = literalShape(value);

        // Act
        const resolutions = Object.keys(value).map((key) => follow(`$.${key}`, shape));

        // Assess
        for (const resolution of resolutions) expect(resolution).toHaveProperty('shape');
      }),
    );
  });
});

describe('putAtPath', () => {
  it('makes what it puts findable, and keeps the rest', () => {
    // Act
    const placed = putAtPath(session, ['result', 'brief'], STRING);

    // Assess
    const shape = 'shape' in placed ? placed.shape : {};
    expect(follow('$.result.brief', shape)).toEqual({ shape: STRING });
    expect(follow('$.id', shape)).toEqual({ shape: { type: 'string' } });
  });

  it.each([
    ['a text', STRING, ['error'], /cannot be put into a value of type string/],
    ['an array', { type: 'array' }, [0], /must not lead into an array/],
  ] as const)('refuses to put anything into %s', (_what, shape, steps, problem) => {
    expect(putAtPath(shape, steps, STRING)).toEqual({ problem: expect.stringMatching(problem) });
  });
});

describe('parseIntrinsic', () => {
  it('reads calls in calls, texts with escapes, paths and values', () => {
    // Act
    const call = parseIntrinsic("States.Format('it\\'s {}, {}', States.ArrayGetItem($.a, 0), true)");

    // Assess
    expect(call).toEqual({
      name: 'States.Format',
      args: [
        { kind: 'text', text: "it\\'s {}, {}" },
        {
          kind: 'call',
          call: { name: 'States.ArrayGetItem', args: [{ kind: 'path', path: '$.a' }, { kind: 'value' }] },
        },
        { kind: 'value' },
      ],
    });
  });

  it.each([
    'States.UUID',
    'States.Format(',
    "States.Format('a' $.b)",
    "States.Format('a',)",
    "States.Format('a') b",
    '$.a',
    "'a'",
  ])('does not take %s', (text) => {
    expect(parseIntrinsic(text)).toBeUndefined();
  });

  it('takes a call without arguments', () => {
    expect(parseIntrinsic('States.UUID()')).toEqual({ name: 'States.UUID', args: [] });
  });
});

describe('evaluateTemplate', () => {
  it('gives the shape of what Parameters make, and reports what does not resolve', () => {
    // Prepare
    const problems: string[] = [];
    const template = {
      kind: 'session',
      'id.$': '$.id',
      'name.$': "States.Format('{}', $.nobody)",
      'started.$': '$$.Execution.StartTime',
    };

    // Act
    const shape = evaluateTemplate(template, session, (text, problem) => problems.push(`${text}: ${problem}`));

    // Assess
    expect(shape).toEqual(
      objectOf({ kind: { type: 'string', const: 'session' }, id: STRING, name: STRING, started: STRING }),
    );
    expect(problems).toEqual(['$.nobody: "nobody" is not there; there are: id, role, note, site, urls']);
  });
});

describe('mismatches', () => {
  const expected = shapeOfSchema(
    z.object({ id: z.string(), count: z.number(), kind: z.enum(['a', 'b']), more: z.string().optional() }),
    'input',
  );
  const fitting = { id: STRING, count: { type: 'integer' }, kind: { type: 'string', const: 'a' } };

  it('finds nothing where everything fits, or nothing is known', () => {
    expect(mismatches(objectOf(fitting), expected)).toEqual([]);
    expect(mismatches({}, expected)).toEqual([]);
  });

  it.each([
    ['a missing field', objectOf({ id: STRING, count: fitting.count }), 'kind is missing'],
    ['a field that may be absent', { ...objectOf(fitting), required: ['id', 'count'] }, 'kind may be absent'],
    ['another type', objectOf({ ...fitting, count: STRING }), 'count may be string, expected is number'],
    [
      'a type that may be null',
      objectOf({ ...fitting, id: { type: ['string', 'null'] } }),
      'id may be null, expected is string',
    ],
    [
      'another constant',
      objectOf({ ...fitting, kind: { type: 'string', const: 'c' } }),
      'kind may be "c", expected is ["a","b"]',
    ],
    [
      'an alternative that does not fit',
      { anyOf: [objectOf(fitting), STRING] },
      'the value may be string, expected is object',
    ],
  ])('finds %s', (_what, actual, mismatch) => {
    expect(mismatches(actual, expected)).toEqual([mismatch]);
  });
});
