import type { z } from 'zod';
import type { EnvironmentName } from '../environment.ts';
import type { ErrorName } from '../errors.ts';
import type { TaskState } from '../session.ts';

/** The Lambda functions that serve the state machine, by the name in their placeholder `${…FunctionArn}`. */
export type FunctionName =
  | 'CreateSession'
  | 'ScrapeCompany'
  | 'ParseDocuments'
  | 'AnalyzeWithComprehend'
  | 'GenerateBrief'
  | 'UpdateSession';

/** The chain of timeouts of a Task, in seconds; each must be shorter than the next, so that the inner one always speaks first. */
export interface StateTimeouts {
  /** All attempts of one call to an outside service together. */
  readonly sdk_seconds: number;
  /** The Lambda function's timeout. */
  readonly function_seconds: number;
  /** `TimeoutSeconds` of the Task: one attempt as the state machine sees it. */
  readonly attempt_seconds: number;
}

/**
 * The contract of a Task state: what goes in, what comes out, what it may throw, what it reads from the environment. Handlers parse
 * with it, the state machine is checked against it, the documentation is made from it.
 */
export interface StateContract<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly state: TaskState;
  readonly function: FunctionName;
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
  /** Declared errors that the function may throw. */
  readonly errors: readonly ErrorName[];
  /** Names of environment variables that the function reads in AWS. */
  readonly environment: readonly EnvironmentName[];
  /** Input fields that do not change the result: they are left out of the hash under which the result is stored. */
  readonly volatile: readonly string[];
  /** False for states that only mark the row: their result is not stored. */
  readonly stores_result: boolean;
  readonly timeouts: StateTimeouts;
  readonly memory_mb: number;
}
