import type { EnvironmentName } from '../contracts/index.ts';
import { ConfigurationError, ENVIRONMENT } from '../contracts/index.ts';

/** Environment variables by name, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads a variable that must be there.
 *
 * @throws ConfigurationError that says what it is for, when it is absent or empty
 */
export function requiredVariable(environment: Environment, name: EnvironmentName): string {
  const value = environment[name];
  if (value) return value;
  const { purpose, example } = ENVIRONMENT[name];
  throw new ConfigurationError(`The environment variable ${name} is not set: ${purpose}`, {
    remedy: `Set ${name}, for example to ${example}.`,
  });
}

/**
 * Reads a number above zero, undefined when the variable is absent or empty.
 *
 * @throws ConfigurationError when it is anything else
 */
export function positiveVariable(environment: Environment, name: EnvironmentName): number | undefined {
  const value = environment[name];
  if (!value) return undefined;
  const number = Number(value);
  if (Number.isFinite(number) && number > 0) return number;
  const { purpose, example } = ENVIRONMENT[name];
  throw new ConfigurationError(
    `The environment variable ${name} is "${value}", which is no number above 0: ${purpose}`,
    {
      remedy: `Set ${name}, for example to ${example}, or leave it out.`,
    },
  );
}
