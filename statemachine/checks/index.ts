import type { Definition } from '../asl.ts';
import type { MachineFacts } from '../machine-facts.ts';
import { attemptTimeout } from './attempt-timeout.ts';
import { branchTargets } from './branch-targets.ts';
import { catchAll } from './catch-all.ts';
import { comment } from './comment.ts';
import { engineFeatures } from './engine-features.ts';
import { errorNames } from './error-names.ts';
import { failureStamp } from './failure-stamp.ts';
import { heartbeat } from './heartbeat.ts';
import { literalPath } from './literal-path.ts';
import { machineTimeout } from './machine-timeout.ts';
import { paths } from './paths.ts';
import { retryBackoff } from './retry-backoff.ts';
import { retryDelay } from './retry-delay.ts';
import { retryWhatPasses } from './retry-what-passes.ts';
import type { Finding, Rule } from './rule.ts';
import { schema } from './schema.ts';
import { stateCount } from './state-count.ts';
import { statesAll } from './states-all.ts';
import { taskContract } from './task-contract.ts';
import { taskInput } from './task-input.ts';

/** Every rule that a state machine of this project keeps. */
export const RULES: readonly Rule[] = [
  schema,
  comment,
  stateCount,
  taskContract,
  paths,
  taskInput,
  literalPath,
  branchTargets,
  errorNames,
  statesAll,
  catchAll,
  failureStamp,
  retryWhatPasses,
  retryBackoff,
  retryDelay,
  heartbeat,
  attemptTimeout,
  machineTimeout,
  engineFeatures,
];

/** Holds a definition with its placeholders against every rule; an empty list means that nothing is wrong. */
export function checkDefinition(definition: Definition, facts: MachineFacts): Finding[] {
  return RULES.flatMap((rule) => rule.check(definition, facts).map((problem) => ({ rule: rule.name, ...problem })));
}
