import type { ErrorName } from '../../contracts/index.ts';
import { ERROR_NAMES, ERROR_POLICIES, EXIT_CODES } from '../../contracts/index.ts';

/** When the command line ends with each code. */
const WHEN: { readonly [Name in keyof typeof EXIT_CODES]: string } = {
  done: 'The brief is written, also when parts of what was asked for could not be read: those are gaps in it.',
  internal: 'A fault of this program; it shows a stack trace.',
  usage: 'The command line or a setting is wrong.',
  no_evidence: 'Nothing could be read, so there is nothing that a brief could cite.',
  run_failed: 'The run ended without a brief.',
  permission: 'Credentials are missing or do not allow an action.',
  interrupted: 'Stopped with Ctrl-C; what was read is kept.',
};

/** The table of exit codes: when each comes, and the errors that are behind it. */
export function exitCodeTable(): string {
  const rows = Object.entries(EXIT_CODES).map(
    ([name, code]) => `| ${code} | ${WHEN[name as keyof typeof EXIT_CODES]} | ${errorsWith(code).join(', ')} |`,
  );
  return ['| code | when | errors |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The table of errors: what each means, whether it ends the run, and what to do. */
export function errorTable(): string {
  const rows = ERROR_NAMES.map((name) => {
    const { meaning, effect, remedy } = ERROR_POLICIES[name];
    return `| \`${name}\` | ${meaning} | ${effect === 'gap' ? 'becomes a gap' : 'ends the run'} | ${remedy} |`;
  });
  return ['| error | what it means | effect | what to do |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function errorsWith(code: number): string[] {
  const names: readonly ErrorName[] = ERROR_NAMES.filter((name) => ERROR_POLICIES[name].exit_code === code);
  return names.map((name) => `\`${name}\``);
}
