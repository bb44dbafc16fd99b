import { LAMBDA_NAMES } from '../../contracts/functions.ts';
import type { Permission, PermissionTarget } from '../../contracts/permissions.ts';
import {
  DEAD_LETTER_PERMISSION,
  PERMISSIONS,
  STATE_MACHINE_PERMISSIONS,
  TRACING_PERMISSION,
} from '../../contracts/permissions.ts';

/** Each target in words, with the reason of the `*` at the end of those ARNs that have one. */
const TARGETS: { readonly [Target in PermissionTarget]: string } = {
  'sessions-table': 'the table of sessions',
  'owner-index': "the table's index by owner",
  'artifacts-bucket': 'the bucket of artifacts',
  uploads: '`uploads/*` of the bucket: keys are made while it runs',
  work: '`work/*` of the bucket: keys are made while it runs',
  briefs: '`briefs/*` of the bucket: keys are made while it runs',
  'state-machine': 'the state machine',
  executions: "`execution:NAME:*`, the state machine's executions: their names are made while it runs",
  'session-id-secret': 'the parameter that holds the key of session ids',
  model: 'the configured model, through the configured inference profile alone when there is one',
  guardrail: 'the configured guardrail, with its profile where it has one; not granted without one',
};

/** What each function may do beside writing its own log and sending traces. */
export function permissionTable(): string {
  const rows = LAMBDA_NAMES.flatMap((name) =>
    PERMISSIONS[name].map((permission, index) => row(index === 0 ? name : '', permission)),
  );
  const { function: name, actions, on } = DEAD_LETTER_PERMISSION;
  const deadLetters = [name, actions.map((action) => `\`${action}\``).join(', '), on, ''];
  return table(['function', 'may', 'on', 'why on `*`'], [...rows, deadLetters]);
}

/** Every permission that is granted on `*`, who has it, and why. */
export function unnarrowedTable(): string {
  const ofFunctions = LAMBDA_NAMES.flatMap((name) =>
    PERMISSIONS[name].flatMap((permission) => ('reason' in permission ? [row(name, permission)] : [])),
  );
  const ofMachine = STATE_MACHINE_PERMISSIONS.map((permission) => row('the state machine', permission));
  return table(
    ['who', 'may', 'on', 'why on `*`'],
    [...ofFunctions, row('every function', TRACING_PERMISSION), ...ofMachine],
  );
}

function row(who: string, permission: Permission): string[] {
  const actions = permission.actions.map((action) => `\`${action}\``).join(', ');
  if ('reason' in permission) return [who, actions, '`*`', permission.reason];
  const { on, attributes } = permission;
  const only =
    attributes === undefined ? '' : `, the attributes ${attributes.map((name) => `\`${name}\``).join(', ')} alone`;
  return [who, actions, `${TARGETS[on]}${only}`, ''];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
