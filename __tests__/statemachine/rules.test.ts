import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Definition, State } from '../../statemachine/asl.ts';
import { checkDefinition, RULES } from '../../statemachine/checks/index.ts';
import { taskContract } from '../../statemachine/checks/task-contract.ts';
import type { MachineFacts } from '../../statemachine/machine-facts.ts';
import { FIXTURE_FACTS } from './fixture-facts.ts';

const valid = JSON.parse(
  readFileSync(new URL('./fixtures/valid-linear.asl.json', import.meta.url), 'utf8'),
) as Definition;

/** The rules of this project's own; the two validators behind `schema` take a tenth of a second a machine and have tests of their own. */
const OWN_RULES = RULES.filter(({ name }) => name !== 'schema');

/** What the rules say of the valid machine with one state changed. */
function saidOf(name: string, change: Partial<State>, facts: MachineFacts = FIXTURE_FACTS): string[] {
  const state = { ...valid.States?.[name], ...change };
  const changed = { ...valid, States: { ...valid.States, [name]: state } };
  return OWN_RULES.flatMap((rule) =>
    rule.check(changed, facts).map((problem) => `${problem.state} ${problem.message} [${rule.name}]`),
  );
}

function catching(error: string): Partial<State> {
  const others = valid.States?.CreateSession?.Catch ?? [];
  return { Catch: [{ ErrorEquals: [error], ResultPath: '$.error', Next: 'StampCreateSessionFailure' }, ...others] };
}

describe('a rule says what is wrong', () => {
  it.each([
    ['States.Runtime', 'names States.Runtime, which is neither an error of AWS that can be caught nor a declared one'],
    ['NoEvidenceError', 'names NoEvidenceError, which its contract does not declare'],
    ['RejectedInputErorr', 'names RejectedInputErorr, which is neither'],
  ])('when %s is caught', (error, message) => {
    expect(saidOf('CreateSession', catching(error))).toEqual([expect.stringContaining(message)]);
  });

  it('when an error that no test provokes is caught', () => {
    // Prepare
    const facts = { ...FIXTURE_FACTS, provokedErrors: new Set(['TransientUpstreamError']) };

    // Act
    const said = saidOf('CreateSession', catching('RejectedInputError'), facts);

    // Assess
    expect(said).toEqual(['CreateSession names RejectedInputError, which no test provokes. [error-names]']);
  });

  it('when the timeouts of a contract are out of order', () => {
    // Prepare
    const contract = FIXTURE_FACTS.contracts.CreateSession;
    if (!contract) throw new Error('The fixtures have a contract CreateSession.');
    const timeouts = { sdk_seconds: 15, function_seconds: 15, attempt_seconds: 20 };
    const facts = {
      ...FIXTURE_FACTS,
      contracts: { ...FIXTURE_FACTS.contracts, CreateSession: { ...contract, timeouts } },
    };

    // Act
    const said = saidOf('CreateSession', {}, facts);

    // Assess
    expect(said).toEqual([expect.stringContaining('sdk 15 s, function 15 s, attempt 20 s')]);
  });

  it('when a Task has no contract, or a contract no Task', () => {
    // Prepare
    const { CreateSession: state, ...others } = valid.States ?? {};
    const renamed = { ...valid, StartAt: 'OpenSession', States: { ...others, OpenSession: state ?? {} } };

    // Act
    const said = taskContract.check(renamed, FIXTURE_FACTS);

    // Assess
    expect(said.map(({ state: name, message }) => `${name} ${message}`)).toEqual([
      'OpenSession is a Task without a contract.',
      'machine has no Task for the contract CreateSession.',
    ]);
  });

  it.each([
    [
      'a Catch that replaces the state',
      'CreateSession',
      { Catch: [{ ErrorEquals: ['States.DataLimitExceeded'], Next: 'Failed' }] },
      'catch-all',
    ],
    ['a Wait without a bound', 'WaitForDelivery', { SecondsPath: '$.session_id' }, 'paths'],
    ['a way back', 'Summary', { Next: 'CreateSession' }, 'machine-timeout'],
    ['States.ALL in a Retry', 'CreateSession', { Retry: [{ ErrorEquals: ['States.ALL'] }] }, 'retry-what-passes'],
    ['a Task without Retry', 'CreateSession', { Retry: [] }, 'retry-backoff'],
    ['variables', 'Summary', { Assign: { a: 1 } } as Partial<State>, 'engine-features'],
    ['a whole ResultPath', 'Summary', { ResultPath: '$' }, 'engine-features'],
    ['a failure that ends well', 'StampCreateSessionFailure', { Next: 'Done' }, 'failure-stamp'],
  ])('when there is %s', (_what, name, change, rule) => {
    expect(saidOf(name, change)).toContainEqual(expect.stringContaining(`[${rule}]`));
  });
});

describe('every rule', () => {
  it.each([
    ['nothing', {}],
    ['states that are empty', { StartAt: 'A', States: { A: {}, B: {} } }],
    ['branches that are empty', { StartAt: 'A', States: { A: { Type: 'Parallel', Branches: [{}] } } }],
    ['a loop that grows', { StartAt: 'A', States: { A: { Type: 'Pass', Parameters: { 'a.$': '$' }, Next: 'A' } } }],
  ])('looks at a machine of %s without failing', (_what, definition) => {
    // Act
    const findings = checkDefinition(definition as Definition, FIXTURE_FACTS);

    // Assess
    expect(findings).not.toEqual([]);
  });

  it('has a name of its own and a reason', () => {
    // Act
    const names = RULES.map(({ name }) => name);

    // Assess
    expect(new Set(names).size).toBe(RULES.length);
    for (const { reason } of RULES) expect(reason).toMatch(/^[A-Z].{40,}\.$/);
  });
});
