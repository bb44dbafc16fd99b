import type { Block } from './blocks.ts';
import { bullets, folded, paragraph } from './blocks.ts';
import type { IamChange } from './iam/iam-changes.ts';
import { isAboutPermissions } from './iam/iam-changes.ts';
import type { Direction, Sentence } from './iam/sentences.ts';
import { code, counted } from './markdown.ts';

const MARKS: Readonly<Record<Direction, string>> = {
  widened: '**Widened:** ',
  changed: '**Changed:** ',
  narrowed: 'Narrowed: ',
};

/** What somebody may now do, or may no longer: what was there before the plan first, the wider before the narrower; what is new folded away. */
export function iamBlocks(changes: readonly IamChange[]): Block[] {
  const isNew = ({ change }: IamChange) => change.kind === 'create';
  const existing = changes.filter((each) => !isNew(each));
  const fresh = changes.filter(isNew).flatMap(({ sentences }) => sentences);
  const news = told(fresh);
  const blocks = [
    ...list(order(existing.flatMap(({ sentences }) => sentences))),
    ...list(changes.filter(({ isUnreadable }) => isUnreadable).map(unreadableText)),
    ...list(told(fresh.filter(({ isBroad }) => isBroad))),
    ...unchangedPolicies(existing),
    ...(news.length === 0
      ? []
      : [folded(`All that new roles and policies grant: ${counted(news.length, 'sentence')}`, bullets(news))]),
  ];
  return blocks.length === 0 ? [] : [paragraph('### Permissions'), ...blocks];
}

function list(items: readonly string[]): Block[] {
  return items.length === 0 ? [] : [bullets(items)];
}

function order(sentences: readonly Sentence[]): string[] {
  const directions: readonly Direction[] = ['widened', 'changed', 'narrowed'];
  return directions.flatMap((direction) =>
    told(sentences.filter((each) => each.direction === direction)).map((text) => `${MARKS[direction]}${text}`),
  );
}

/** Sentences as text; what is the same of several subjects is said once. */
function told(sentences: readonly Sentence[]): string[] {
  const subjects = Map.groupBy(sentences, ({ what }) => what);
  return [...subjects].map(([what, group]) => `${[...new Set(group.map(({ who }) => who))].join(', ')}${what}`);
}

/** Policies that Terraform writes again, because something that they name is made anew, without a change of what they say. */
function unchangedPolicies(existing: readonly IamChange[]): Block[] {
  const silent = existing.filter(
    ({ change, sentences, isUnreadable }) =>
      isAboutPermissions(change) && change.kind === 'update' && sentences.length === 0 && !isUnreadable,
  );
  if (silent.length === 0) return [];
  const [policies, grant] =
    silent.length === 1 ? ['1 policy is', 'grants'] : [`${silent.length} policies are`, 'grant'];
  return [paragraph(`${policies} written again, and ${grant} what was granted before.`)];
}

function unreadableText({ change }: IamChange): string {
  return `⚠️ What ${code(change.address)} grants is known only after the plan is applied: read it in the configuration.`;
}
