import { readFileSync } from 'node:fs';
import type { FunctionName } from '../contracts/index.ts';
import { ConfigurationError } from '../contracts/index.ts';

const TEMPLATE_FILE = new URL('./interview_pipeline.asl.json', import.meta.url);
const PLACEHOLDER = /\$\{([^}]*)\}/g;
const FUNCTION_ARN = /^(\w+)FunctionArn$/;

/** The state machine as it stands in the repository, with its placeholders `${…FunctionArn}`. Throws the file system's error when the file is not beside this one. */
export function stateMachineTemplate(): string {
  return readFileSync(TEMPLATE_FILE, 'utf8');
}

/**
 * Fills the placeholders `${…FunctionArn}` of a state machine and gives it back as minified JSON, the same for the same arguments.
 * An ARN is put in as it is and not searched again: a token of the infrastructure code may itself read `${…}`.
 *
 * @throws ConfigurationError when the template is not JSON, or holds a placeholder that is none of the functions' or has no ARN.
 */
export function renderStateMachine(template: string, arns: Readonly<Record<FunctionName, string>>): string {
  const arnOf = new Map(Object.entries(arns));
  return JSON.stringify(
    parseWith(template, (text) => text.replace(PLACEHOLDER, (whole, name: string) => fill(whole, name, arnOf))),
  );
}

function fill(whole: string, name: string, arnOf: ReadonlyMap<string, string>): string {
  const arn = arnOf.get(FUNCTION_ARN.exec(name)?.[1] ?? '');
  if (arn) return arn;
  const known = [...arnOf.keys()].map((each) => `\${${each}FunctionArn}`).join(', ');
  throw new ConfigurationError(
    `The state machine holds the placeholder ${whole}, for which there is no ARN. Use one of ${known}, or give the ARN.`,
  );
}

function parseWith(template: string, replace: (text: string) => string): unknown {
  try {
    return JSON.parse(template, (_key, value: unknown) => (typeof value === 'string' ? replace(value) : value));
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(`The state machine is not JSON: ${String(error)}. Correct the file.`, {
      cause: error,
    });
  }
}
