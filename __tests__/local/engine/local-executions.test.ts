import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createLocalExecutions } from '../../../local/engine/local-executions.ts';
import type { ExecutionEvent } from '../../../services/executions/executions.ts';
import { executionsConformance } from '../../conformance/executions.ts';
import { finish, machineOf, task, temporaryFolder } from './engine-fixture.ts';
import { openOneTaskEngine } from './one-task-engine.ts';

executionsConformance('createLocalExecutions', openOneTaskEngine);

describe('createLocalExecutions', () => {
  it('tells each event to listeners once it is in the file, until they leave', async () => {
    // Prepare
    const { folder, remove } = await temporaryFolder();
    const executions = createLocalExecutions({
      definition: machineOf({ Type: 'Pass', End: true }),
      handlers: {},
      file: join(folder, 'e.sqlite'),
    });
    const heard: [string, ExecutionEvent][] = [];
    const leave = executions.onEvent((executionId, event) => heard.push([executionId, event]));

    // Act
    const { events } = await finish(executions, {}, 'first');
    leave();
    await finish(executions, {}, 'second');

    // Assess
    expect(heard).toEqual(events.map((event) => ['first', event]));
    await executions.close();
    await remove();
  });

  it('runs many executions side by side', async () => {
    // Prepare
    const { folder, remove } = await temporaryFolder();
    const executions = createLocalExecutions({
      definition: machineOf(task('Echo', { ResultPath: '$.echo' })),
      handlers: { Echo: async (event) => (event as { n: number }).n },
      file: join(folder, 'e.sqlite'),
    });

    // Act
    const runs = await Promise.all(Array.from({ length: 30 }, (_, n) => finish(executions, { n }, `execution-${n}`)));

    // Assess
    expect(runs.map(({ description }) => description.output)).toEqual(runs.map((_, n) => ({ n, echo: n })));
    await executions.close();
    await remove();
  });

  it.each([
    ['no JSON', '{', /not JSON/],
    ['a field it does not know', machineOf({ Type: 'Pass', End: true, Assign: { a: 1 } }), /Assign/],
    ['JSONata', machineOf({ Type: 'Pass', End: true }, { QueryLanguage: 'JSONata' }), /QueryLanguage/],
    [
      'a comparison it does not know',
      machineOf({ Type: 'Choice', Choices: [{ Variable: '$.a', NumericEqual: 1, Next: 'Only' }] }),
      /comparison/,
    ],
    [
      'a start that is not there',
      { StartAt: 'Other', States: { Only: { Type: 'Succeed' } } },
      /StartAt leads to Other/,
    ],
    ['a Next that is not there', machineOf({ Type: 'Pass', Next: 'Other' }), /Only leads to Other/],
    [
      'a Catch that leads out of its branch',
      machineOf({
        Type: 'Parallel',
        End: true,
        Branches: [machineOf(task('Known', { Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Outside' }] }))],
      }),
      /Only leads to Outside/,
    ],
    ['a function without a handler', machineOf(task('Unknown')), /Unknown/],
    ['a placeholder', machineOf({ Type: 'Task', Resource: '${KnownFunctionArn}', End: true }), /KnownFunctionArn/],
  ])('refuses a definition with %s', async (_, definition, message) => {
    // Prepare
    const { folder, remove } = await temporaryFolder();

    // Act
    const create = () =>
      createLocalExecutions({ definition, handlers: { Known: async () => null }, file: join(folder, 'e.sqlite') });

    // Assess
    expect(create).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringMatching(message) }),
    );
    await remove();
  });
});
