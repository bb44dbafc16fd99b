import type { AttributeChange } from './attribute-changes.ts';
import { attributeChanges, toldChanges } from './attribute-changes.ts';
import type { Block } from './blocks.ts';
import { paragraph, table } from './blocks.ts';
import type { Kind, PlannedChange } from './changes.ts';
import { at } from './json-values.ts';
import { code, codes, counted, row } from './markdown.ts';
import { ownerName } from './names.ts';

/** The type of a Lambda function. */
export const FUNCTION_TYPE = 'aws_lambda_function';

/** What follows from other attributes, and what AWS gives: it changes with every deployment and says nothing. */
const CONSEQUENCES = new Set([
  'arn',
  'code_sha256',
  'filename',
  'id',
  'invoke_arn',
  'last_modified',
  'qualified_arn',
  'qualified_invoke_arn',
  'source_code_hash',
  'source_code_size',
  'version',
]);

/** What happens to a function; what is said elsewhere of every type has no word. */
const KIND_WORDS: Readonly<Record<Kind, string>> = {
  create: 'new',
  delete: '**deleted**',
  replace: '**replaced**',
  update: 'changed',
  forget: '',
  move: '',
  import: '',
  none: '',
};

const VARIABLE = /^environment\.0\.variables\.(.+)$/;

/** Hex digits of a code's hash that tell two apart in a table; the whole hash stands with what is applied. */
const SHORT_HASH_DIGITS = 12;

/** What changes in functions: their code by its hash, their settings, the names of their variables. */
export function functionBlocks(changes: readonly PlannedChange[]): Block[] {
  const rows = changes.filter(({ type }) => type === FUNCTION_TYPE).map(functionRow);
  if (rows.length === 0) return [];
  const moved = changes.filter(isAliasMove).length;
  return [
    paragraph('### Functions'),
    table(['function', '', 'code', 'settings', 'variables'], rows),
    ...(moved === 0 ? [] : [paragraph(`${counted(moved, 'alias', 'aliases')} \`live\` will lead to the new version.`)]),
  ];
}

/** Whether an alias only follows its function to the version that the apply publishes; one that is moved to a version known now is a change of its own. */
export function isAliasMove({ type, kind, change }: PlannedChange): boolean {
  if (type !== 'aws_lambda_alias' || kind !== 'update') return false;
  const paths = attributeChanges(change).map(({ path }) => path);
  return at(change.after_unknown, 'function_version') === true && paths.every((path) => path === 'function_version');
}

function functionRow(change: PlannedChange): string {
  const differences = change.kind === 'create' || change.kind === 'delete' ? [] : attributeChanges(change.change);
  return row([
    code(ownerName(change.address)),
    KIND_WORDS[change.kind],
    codeCell(change),
    change.kind === 'create' ? newSettings(change.change.after) : settingsCell(differences),
    change.kind === 'create' ? newVariables(change) : variablesCell(differences),
  ]);
}

function codeCell({ change }: PlannedChange): string {
  const [before, after] = [change.before, change.after].map((side) => shortHash(at(side, 'source_code_hash')));
  if (before === after) return 'the same';
  return [before, after]
    .filter((hash) => hash !== undefined)
    .map((hash) => code(hash))
    .join(' → ');
}

function shortHash(base64: unknown): string | undefined {
  return typeof base64 === 'string' ? zipSha256(base64).slice(0, SHORT_HASH_DIGITS) : undefined;
}

/** The SHA-256 of a zip in hex, as `sha256sum` shows it, out of the base64 that AWS and Terraform use. */
export function zipSha256(base64: string): string {
  return Buffer.from(base64, 'base64').toString('hex');
}

function newSettings(after: unknown): string {
  return `${at(after, 'memory_size') ?? '?'} MB, ${at(after, 'timeout') ?? '?'} s, ${code(String(at(after, 'runtime') ?? '?'))}`;
}

function newVariables({ change }: PlannedChange): string {
  const values = at(at(at(change.after, 'environment'), 0), 'variables');
  const unknown = at(at(at(change.after_unknown, 'environment'), 0), 'variables');
  const names = [values, unknown].flatMap((part) =>
    typeof part === 'object' && part !== null ? Object.keys(part) : [],
  );
  return codes([...new Set(names)].sort());
}

function settingsCell(differences: readonly AttributeChange[]): string {
  const settings = differences.filter(({ path }) => !VARIABLE.test(path) && !CONSEQUENCES.has(path));
  return toldChanges(settings, '<br>');
}

/** Names only: a value may be a secret that nobody marked. */
function variablesCell(differences: readonly AttributeChange[]): string {
  return differences
    .flatMap(({ path, before, after }) => {
      const name = VARIABLE.exec(path)?.[1];
      if (name === undefined) return [];
      return [`${before === '—' ? 'new' : after === '—' ? 'removed' : 'changed'}: ${code(name)}`];
    })
    .join('<br>');
}
