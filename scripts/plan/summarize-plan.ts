import { basename } from 'node:path';
import { ALARM_TYPE, alarmBlocks } from './alarm-blocks.ts';
import type { Block } from './blocks.ts';
import { folded, paragraph, table, withinLimit } from './blocks.ts';
import type { Kind, PlannedChange } from './changes.ts';
import { plannedChanges } from './changes.ts';
import { textReader } from './documents.ts';
import { driftBlocks } from './drift-blocks.ts';
import { FUNCTION_TYPE, functionBlocks, isAliasMove } from './function-blocks.ts';
import { iamChanges, isAboutPermissions } from './iam/iam-changes.ts';
import { iamBlocks } from './iam-blocks.ts';
import { importBlocks } from './import-blocks.ts';
import { lossBlocks } from './loss-blocks.ts';
import { code, counted, row } from './markdown.ts';
import { otherBlocks, outputBlocks } from './other-blocks.ts';
import type { Plan } from './plan-json.ts';
import { shellWord } from './shell-word.ts';
import { STATE_MACHINE_TYPE, stateMachineBlocks } from './state-machine/state-machine-blocks.ts';
import { plannedZips } from './zips.ts';

/** GitHub takes 65,536 characters a comment; the rest is room for what a workflow puts around it. */
const MAX_CHARACTERS = 60_000;

const CUT_NOTE = '_Cut here: GitHub takes no longer comment. The whole is in plan.json and in `terraform show`._';

/** What a summary is made of. */
export interface SummaryInput {
  readonly plan: Plan;
  /** `dev`, `prod`, …. */
  readonly environment: string;
  /** The plan file by its path and hash, when what is applied shall be held to it. */
  readonly planFile?: { readonly path: string; readonly sha256: string };
}

/** Whether applying a plan would do anything. */
export function changesSomething(plan: Plan): boolean {
  const outputs = Object.values(plan.output_changes).some(({ actions }) => !actions.includes('no-op'));
  return plannedChanges(plan).length > 0 || outputs;
}

/** Whether somebody changed outside of Terraform what a plan is about, or what it gives out. */
export function tellsDrift(plan: Plan): boolean {
  return driftBlocks(plan).length > 0 || changesSomething(plan);
}

/**
 * Puts a plan into Markdown for a pull request: what is lost first, then permissions, the state machine, functions, alarms, the rest, and by which hashes it is
 * applied. The same plan gives the same text. Below GitHub's limit of a comment; what does not fit is left out from the end, and said.
 */
export function summarizePlan({ plan, environment, planFile }: SummaryInput): string {
  const heading = `## Plan for ${code(environment)}`;
  const drift = driftBlocks(plan);
  if (!changesSomething(plan) && drift.length === 0) return `${heading}: no changes\n`;
  const all = plannedChanges(plan);
  const changes = all.filter(isTold);
  // What only gets another address in the state is told with the rest.
  const moved = all.filter(({ kind }) => kind === 'move');
  const texts = textReader(plan);
  const head = [paragraph(heading), paragraph(counts(all)), ...erroredBlocks(plan), ...lossBlocks(all), ...drift];
  const applied = planFile && changesSomething(plan) ? appliedBlocks(environment, plan, planFile) : [];
  const body = [
    ...iamBlocks(iamChanges(changes, texts)),
    ...stateMachineBlocks(changes, texts),
    ...functionBlocks(changes),
    ...alarmBlocks(changes),
    ...otherBlocks([...changes.filter(hasNoSection), ...moved], plan),
    ...importBlocks(all),
    ...outputBlocks(plan),
  ];
  const end = withinLimit(applied, MAX_CHARACTERS, CUT_NOTE);
  return [withinLimit([...head, ...body], MAX_CHARACTERS - end.length - 1, CUT_NOTE), end].filter(Boolean).join('\n');
}

/** Whether the sections of the types tell of it: what goes on without Terraform, or is left over, says nothing of the resource that is used. */
function isTold({ kind, deposed }: PlannedChange): boolean {
  return kind !== 'move' && kind !== 'forget' && kind !== 'import' && deposed === undefined;
}

function hasNoSection(change: PlannedChange): boolean {
  return (
    !isAboutPermissions(change) &&
    !isAliasMove(change) &&
    ![STATE_MACHINE_TYPE, FUNCTION_TYPE, ALARM_TYPE].includes(change.type)
  );
}

/** `**1 replaced** · 2 changed · 3 new`. */
function counts(changes: readonly PlannedChange[]): string {
  const words: readonly (readonly [Kind, string])[] = [
    ['delete', '**deleted**'],
    ['replace', '**replaced**'],
    ['update', 'changed'],
    ['create', 'new'],
    ['move', 'moved'],
    ['forget', '**forgotten**'],
    ['import', 'imported'],
  ];
  const parts = words.flatMap(([kind, word]) => {
    const count = changes.filter((change) => change.kind === kind).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return parts.length === 0 ? 'No resource changes.' : `Resources: ${parts.join(' · ')}`;
}

function erroredBlocks({ errored }: Plan): Block[] {
  return errored ? [paragraph('### 🛑 The plan is not complete: Terraform met an error while it planned')] : [];
}

/** How exactly this is applied, and the hashes that hold it. */
function appliedBlocks(
  environment: string,
  plan: Plan,
  { path, sha256 }: NonNullable<SummaryInput['planFile']>,
): Block[] {
  const zips = plannedZips(plan).map(({ file, sha256: hash }) => row([code(basename(file)), code(hash)]));
  return [
    paragraph('### What is applied'),
    paragraph('```sh', `npm run apply -- --env ${environment} --plan ${shellWord(path)} --sha256 ${sha256}`, '```'),
    folded(`SHA-256 of ${counted(zips.length, 'zip')} that the plan names`, table(['zip', 'sha256'], zips)),
  ];
}
