import { describe, expect, it } from '@jest/globals';
import type { Json } from '../../../../statemachine/asl.ts';
import type { TaskDouble } from './run-asl.ts';
import { CONTEXT, oneState, runAsl } from './run-asl.ts';

const INPUT: Json = { a: { b: 1 }, c: [1, 2] };

describe('what goes into and out of a state', () => {
  it.each<[string, object, Json]>([
    ['Pass gives its input', {}, INPUT],
    ['Result', { Result: { r: 1 } }, { r: 1 }],
    ['a Result that is false', { Result: false, ResultPath: '$.flag' }, { a: { b: 1 }, c: [1, 2], flag: false }],
    ['a Result that is null', { Result: null }, null],
    ['a Result is not a template', { Result: { 'x.$': '$.a' } }, { 'x.$': '$.a' }],
    ['InputPath', { InputPath: '$.a' }, { b: 1 }],
    ['InputPath null', { InputPath: null }, {}],
    ['OutputPath', { OutputPath: '$.c[1]' }, 2],
    ['OutputPath null', { OutputPath: null }, {}],
    ['ResultPath null', { Result: 1, ResultPath: null }, INPUT],
    ['ResultPath $', { Result: 1, ResultPath: '$' }, 1],
    [
      'Parameters',
      { Parameters: { 'b.$': '$.a.b', kept: '$.a', deep: [{ 'all.$': '$' }], 'f.$': "States.Format('<{}>', $.a.b)" } },
      { b: 1, kept: '$.a', deep: [{ all: INPUT }], f: '<1>' },
    ],
    [
      'the context object',
      { Parameters: { 'id.$': '$$.Execution.Id', 'input.$': '$$.Execution.Input', 'state.$': '$$.State.Name' } },
      { id: CONTEXT.Execution.Id, input: { original: true }, state: 'Only' },
    ],
  ])('%s', async (_, fields, expected) => {
    // Act
    const { output } = await runAsl(oneState({ Type: 'Pass', ...fields }), INPUT);

    // Assess
    expect(output).toEqual(expected);
  });

  it('goes through InputPath, Parameters, ResultSelector, ResultPath and OutputPath in this order', async () => {
    // Prepare
    const payloads: Json[] = [];
    const tasks: Record<string, TaskDouble> = {
      T: async (payload) => {
        payloads.push(payload);
        return { long: { answer: 42 }, rest: 'dropped' };
      },
    };

    // Act
    const { output } = await runAsl(
      oneState({
        Type: 'Task',
        Resource: 'T',
        InputPath: '$.a',
        Parameters: { 'given.$': '$.b' },
        ResultSelector: { 'answer.$': '$.long.answer', 'count.$': '$$.State.RetryCount' },
        ResultPath: '$.c[0]',
        OutputPath: '$.c',
      }),
      INPUT,
      tasks,
    );

    // Assess
    expect(payloads).toEqual([{ given: 1 }]);
    expect(output).toEqual([{ answer: 42, count: 0 }, 2]);
  });

  it.each<[string, object]>([
    ['InputPath', { Type: 'Pass', InputPath: '$.missing' }],
    ['OutputPath', { Type: 'Pass', OutputPath: '$.missing' }],
    ['Parameters', { Type: 'Pass', Parameters: { 'x.$': '$.missing' } }],
    ['a template value that is no text', { Type: 'Pass', Parameters: { 'x.$': 5 } }],
    ['SecondsPath', { Type: 'Wait', SecondsPath: '$.a' }],
    ['TimestampPath', { Type: 'Wait', TimestampPath: '$.a.b' }],
    ['a Wait without a time', { Type: 'Wait' }],
    ['TimeoutSecondsPath', { Type: 'Task', Resource: 'T', TimeoutSecondsPath: '$.a' }],
    ['ItemsPath', { Type: 'Map', ItemsPath: '$.a', ItemProcessor: oneState({ Type: 'Pass' }) }],
  ])('fails with States.Runtime, which nothing catches, for a wrong %s', async (_, state) => {
    // Prepare
    const handled = ['Task', 'Map'].includes((state as { Type: string }).Type)
      ? { Retry: [{ ErrorEquals: ['States.ALL'] }], Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Only' }] }
      : {};

    // Act
    const { error } = await runAsl(oneState({ ...state, ...handled }), INPUT);

    // Assess
    expect(error).toBe('States.Runtime');
  });

  it('waits for seconds, for seconds by path, and until a time; not for a time that has passed', async () => {
    // Act
    const runs = await Promise.all(
      [
        { Seconds: 3 },
        { SecondsPath: '$.c[1]' },
        { Timestamp: '2026-11-22T10:00:05Z' },
        { Timestamp: '2026-11-22T09:00:00Z' },
        { Seconds: 0 },
      ].map((time) => runAsl(oneState({ Type: 'Wait', ...time }), INPUT)),
    );

    // Assess
    expect(runs.map(({ slept }) => slept)).toEqual([[['wait', 3_000]], [['wait', 2_000]], [['wait', 5_000]], [], []]);
    expect(runs.map(({ output }) => output)).toEqual(runs.map(() => INPUT));
  });

  it('ends at Succeed, filtered', async () => {
    // Act
    const { output } = await runAsl(
      { StartAt: 'End', States: { End: { Type: 'Succeed', InputPath: '$.a', OutputPath: '$.b' } } },
      INPUT,
    );

    // Assess
    expect(output).toBe(1);
  });

  it.each<[string, object, string, string]>([
    ['words of its own', { Error: 'E', Cause: 'c' }, 'E', 'c'],
    ['paths', { ErrorPath: '$.e', CausePath: '$.c' }, 'from-input', 'why'],
    [
      'intrinsic functions',
      { ErrorPath: "States.Format('({})', $.e)", CausePath: 'States.JsonToString($)' },
      '(from-input)',
      '{"e":"from-input","c":"why"}',
    ],
    ['nothing', {}, '', ''],
    [
      'a path to nothing',
      { ErrorPath: '$.missing' },
      'States.Runtime',
      "The JSONPath '$.missing' specified for the field 'ErrorPath' could not be found in the input.",
    ],
  ])('fails with %s', async (_, fields, error, cause) => {
    // Act
    const run = await runAsl(
      { StartAt: 'End', States: { End: { Type: 'Fail', ...fields } } },
      { e: 'from-input', c: 'why' },
    );

    // Assess
    expect(run).toMatchObject({ error, cause });
  });
});
