import type { StateContract } from '../contracts/index.ts';
import { ERROR_POLICIES, ExecutionInput, STATE_CONTRACTS } from '../contracts/index.ts';

/** What a state machine is held against: the contracts around it. */
export interface MachineFacts {
  /** The contract of each Task, by the state's name. */
  readonly contracts: Readonly<Record<string, StateContract>>;
  /** What an execution is started with. */
  readonly executionInput: StateContract['input'];
  /** Names of declared errors, and whether each can get better by itself. */
  readonly errors: Readonly<Record<string, { readonly retried: boolean }>>;
  /** Names of declared errors that some test provokes; undefined where tests are not looked at, as in a package without them. */
  readonly provokedErrors?: ReadonlySet<string>;
}

/** The contracts of this project. */
export const PIPELINE_FACTS: MachineFacts = {
  contracts: STATE_CONTRACTS,
  executionInput: ExecutionInput,
  errors: ERROR_POLICIES,
};
