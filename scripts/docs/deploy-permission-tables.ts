import { RESOURCE_ACTIONS } from '../policies/resource-actions.ts';
import { UNNARROWED_CHANGES, UNNARROWED_READS } from '../policies/unnarrowed-actions.ts';

/** What Terraform asks of AWS for each type of resources in the stack. */
export function deployPermissionTable(): string {
  const rows = Object.entries(RESOURCE_ACTIONS).map(([type, { read, change }]) => [
    `\`${type}\``,
    quoted(read),
    quoted(change),
  ]);
  return table(['type', 'to plan', 'beside it to apply'], rows);
}

/** What deploying is allowed on everything, and why. */
export function unnarrowedDeployTable(): string {
  const rows = [
    ...Object.values(UNNARROWED_READS).map(({ actions, reason }) => ['plan, apply', quoted(actions), reason]),
    ...Object.values(UNNARROWED_CHANGES).map(({ actions, reason }) => ['apply', quoted(actions), reason]),
  ];
  return table(['role', 'may, on `*`', 'because'], rows);
}

function quoted(actions: readonly string[]): string {
  return actions.map((action) => `\`${action}\``).join(', ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
