import type { MachineFacts } from '../machine-facts.ts';
import type { LocatedState } from '../states.ts';
import { allStates } from '../states.ts';
import type { Problem, Rule } from './rule.ts';
import { MACHINE } from './rule.ts';

/** Tasks and contracts belong together, one to one. */
export const taskContract: Rule = {
  name: 'task-contract',
  reason:
    'Every Task has a contract and calls its function, every contract has a Task: a state nobody defined, or a definition nobody runs, is a mistake.',
  check: (definition, facts) => {
    const tasks = allStates(definition).filter(({ state }) => state.Type === 'Task');
    const unused = Object.keys(facts.contracts).filter((name) => !tasks.some((task) => task.name === name));
    return [...tasks.flatMap((task) => problemsOf(task, facts)), ...unused.map(withoutTask)];
  },
};

function problemsOf({ name, state }: LocatedState, facts: MachineFacts): Problem[] {
  const contract = facts.contracts[name];
  if (!contract) {
    const remedy = `Define it in contracts/states/ and name it in contracts/states/registry.ts.`;
    return [{ state: name, message: 'is a Task without a contract.', remedy }];
  }
  const resource = `\${${contract.function}FunctionArn}`;
  if (state.Resource === resource) return [];
  const message = `calls ${state.Resource ?? 'nothing'}, its contract names the function ${contract.function}.`;
  return [{ state: name, message, remedy: `Write "Resource": "${resource}".` }];
}

function withoutTask(name: string): Problem {
  const message = `has no Task for the contract ${name}.`;
  return { state: MACHINE, message, remedy: `Add a Task state of the name ${name}, or remove the contract.` };
}
