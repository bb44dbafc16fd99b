import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../../statemachine/asl.ts';
import { runAsl } from './run-asl.ts';

const INPUT: Json = {
  text: 'file-*.txt',
  n: 5,
  yes: true,
  none: null,
  at: '2026-11-22T10:00:00Z',
  other: { text: 'z', n: 4, yes: true, at: '2026-11-22T11:00:00+01:00' },
};

/** Whether a rule holds for {@link INPUT}: the name of the state it led to. */
async function holds(rule: object): Promise<Json | undefined> {
  const { output, error } = await runAsl(
    {
      StartAt: 'Choose',
      States: {
        Choose: { Type: 'Choice', Choices: [{ ...rule, Next: 'Yes' }], Default: 'No' },
        Yes: { Type: 'Pass', Result: true, End: true },
        No: { Type: 'Pass', Result: false, End: true },
      },
    },
    INPUT,
  );
  return error ?? output;
}

describe('Choice', () => {
  it.each<[string, object, boolean]>([
    ['equal numbers', { Variable: '$.n', NumericEquals: 5 }, true],
    ['number against text', { Variable: '$.n', NumericEquals: '5' }, false],
    ['text against number', { Variable: '$.text', NumericLessThan: 9 }, false],
    ['less', { Variable: '$.n', NumericLessThan: 5 }, false],
    ['less or equal', { Variable: '$.n', NumericLessThanEquals: 5 }, true],
    ['greater by path', { Variable: '$.n', NumericGreaterThanPath: '$.other.n' }, true],
    ['greater or equal by path', { Variable: '$.n', NumericGreaterThanEqualsPath: '$.n' }, true],
    ['equal texts', { Variable: '$.text', StringEquals: 'file-*.txt' }, true],
    ['text order', { Variable: '$.text', StringLessThanPath: '$.other.text' }, true],
    ['pattern', { Variable: '$.text', StringMatches: 'file-*' }, true],
    ['pattern with a literal star', { Variable: '$.text', StringMatches: 'file-\\*.txt' }, true],
    ['pattern is anchored', { Variable: '$.text', StringMatches: 'file' }, false],
    ['pattern takes a dot literally', { Variable: '$.text', StringMatches: 'file-*Xtxt' }, false],
    ['equal booleans', { Variable: '$.yes', BooleanEquals: true }, true],
    ['equal booleans by path', { Variable: '$.yes', BooleanEqualsPath: '$.other.yes' }, true],
    ['boolean against text', { Variable: '$.yes', BooleanEquals: 'true' }, false],
    ['the same instant in another zone', { Variable: '$.at', TimestampEqualsPath: '$.other.at' }, true],
    ['later', { Variable: '$.at', TimestampGreaterThan: '2026-11-22T09:59:59.999Z' }, true],
    ['is null', { Variable: '$.none', IsNull: true }, true],
    ['is not null', { Variable: '$.n', IsNull: false }, true],
    ['is text', { Variable: '$.text', IsString: true }, true],
    ['is number', { Variable: '$.text', IsNumeric: true }, false],
    ['is boolean', { Variable: '$.yes', IsBoolean: true }, true],
    ['is timestamp', { Variable: '$.at', IsTimestamp: true }, true],
    ['a text is no timestamp', { Variable: '$.text', IsTimestamp: false }, true],
    ['null is present', { Variable: '$.none', IsPresent: true }, true],
    ['absent', { Variable: '$.missing.below', IsPresent: false }, true],
    [
      'and',
      {
        And: [
          { Variable: '$.yes', BooleanEquals: true },
          { Variable: '$.n', NumericEquals: 4 },
        ],
      },
      false,
    ],
    [
      'and ends at the first that fails',
      {
        And: [
          { Variable: '$.missing', IsPresent: true },
          { Variable: '$.missing', NumericEquals: 4 },
        ],
      },
      false,
    ],
    [
      'or',
      {
        Or: [
          { Variable: '$.n', NumericEquals: 4 },
          { Variable: '$.yes', BooleanEquals: true },
        ],
      },
      true,
    ],
    ['not', { Not: { Variable: '$.n', NumericEquals: 4 } }, true],
  ])('%s', async (_, rule, expected) => {
    // Assess
    expect(await holds(rule)).toBe(expected);
  });

  it('fails with States.Runtime when a variable is absent', async () => {
    // Assess
    expect(await holds({ Variable: '$.missing', NumericEquals: 1 })).toBe('States.Runtime');
  });

  it('fails with States.NoChoiceMatched when nothing holds and there is no Default', async () => {
    // Act
    const { error } = await runAsl(
      {
        StartAt: 'Choose',
        States: {
          Choose: { Type: 'Choice', Choices: [{ Variable: '$.n', NumericEquals: 1, Next: 'Yes' }] },
          Yes: { Type: 'Succeed' },
        },
      },
      INPUT,
    );

    // Assess
    expect(error).toBe('States.NoChoiceMatched');
  });
});
