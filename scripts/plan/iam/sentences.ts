import { wholeCode } from '../markdown.ts';
import type { GrantChanges, Reconditioned } from './compare-grants.ts';
import type { Grant } from './grants.ts';

/** Whether a change lets somebody do more, less, or something else. */
export type Direction = 'widened' | 'narrowed' | 'changed';

/** One sentence about permissions. */
export interface Sentence {
  readonly direction: Direction;
  /** Whom it is about, in Markdown. */
  readonly who: string;
  /** The rest of it, in Markdown; subjects of which the same is said are told together. */
  readonly what: string;
  /** Whether it gives a wildcard, every resource, or everyone something. */
  readonly isBroad: boolean;
}

/** Whom the sentences are about: a role, or a resource with a policy of its own. */
export interface Subject {
  /** Markdown: `**ScrapeCompany**`. */
  readonly name: string;
  /** Whether it is there before the plan is carried out. */
  readonly exists: boolean;
}

/** Actions or resources that a reviewer has to look at: a wildcard action, every resource, everyone. */
const EVERY_RESOURCE = /^\*$|^arn:[^:]*:[^:]*:[^:]*:[^:]*:\*$/;

/** Says what changes for a subject, one sentence for each group of actions on the same resources under the same condition. */
export function sentencesOf(subject: Subject, { added, removed, reconditioned }: GrantChanges): Sentence[] {
  const also = subject.exists ? ' now also' : '';
  const sentences = (grants: readonly Grant[], verbs: Verbs) =>
    grouped(grants).map((group) => sentence(subject, group, verbs));
  return [
    ...sentences(added, { Allow: `may${also}`, Deny: subject.exists ? 'may no longer' : 'may never', gives: true }),
    ...sentences(removed, { Allow: 'may no longer', Deny: 'is no longer denied', gives: false }),
    ...reconditioned.map((pair) => conditionSentence(subject, pair)),
  ];
}

/** How an effect is put into words, and whether the grants are given or taken away. */
interface Verbs {
  readonly Allow: string;
  readonly Deny: string;
  readonly gives: boolean;
}

/** Grants that differ in their action alone. */
interface Group extends Omit<Grant, 'action' | 'resource'> {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

function sentence(subject: Subject, group: Group, verbs: Verbs): Sentence {
  const widens = (group.effect === 'Allow') === verbs.gives;
  const onWhat = group.resources.every((each) => each === '') ? '' : ` on ${wholeCodes(group.resources)}`;
  const condition = group.condition === '' ? '' : `, when ${wholeCode(group.condition)}`;
  const who = group.principal === '' ? '' : `: ${wholeCode(group.principal)}`;
  const warnings = widens ? warningsOf(group) : [];
  return {
    direction: widens ? 'widened' : 'narrowed',
    who: subject.name,
    what: `${who} ${verbs[group.effect]} ${wholeCodes(group.actions)}${onWhat}${condition}.${warnings.join('')}`,
    isBroad: warnings.length > 0,
  };
}

function conditionSentence(subject: Subject, { before, after }: Reconditioned): Sentence {
  const who = after.principal === '' ? '' : ` for ${wholeCode(after.principal)}`;
  const what = `${wholeCode(after.action)}${after.resource === '' ? '' : ` on ${wholeCode(after.resource)}`}`;
  const was = before.condition === '' ? 'no condition' : wholeCode(before.condition);
  const is = after.condition === '' ? 'no condition' : wholeCode(after.condition);
  return {
    direction: directionOf(before, after),
    who: subject.name,
    what: `: the condition${who} on ${after.effect === 'Deny' ? 'the denial of ' : ''}${what} was ${was} and is now ${is}.`,
    isBroad: false,
  };
}

/** Losing its condition makes a grant wider and a denial stricter; which of two conditions is the wider one is for the reviewer to say. */
function directionOf(before: Grant, after: Grant): Direction {
  if (before.condition !== '' && after.condition !== '') return 'changed';
  return (after.condition === '') === (after.effect === 'Allow') ? 'widened' : 'narrowed';
}

function warningsOf({ effect, actions, resources, principal, condition }: Group): string[] {
  if (effect === 'Deny') return [];
  const broad = actions.filter((action) => action.includes('*') || action.startsWith('every action but'));
  return [
    ...(broad.length > 0 ? [` ⚠️ **Wildcard action** ${wholeCodes(broad)}.`] : []),
    ...(resources.some(isBroad) ? [' ⚠️ **On every resource.**'] : []),
    ...(isBroad(principal) && condition === '' ? [' ⚠️ **Anyone, without a condition.**'] : []),
  ];
}

function wholeCodes(values: readonly string[]): string {
  return values.map(wholeCode).join(', ');
}

function isBroad(value: string): boolean {
  return EVERY_RESOURCE.test(value) || /^every(thing|one) but /.test(value);
}

/** Puts actions on the same resource together, then resources with the same actions. */
function grouped(grants: readonly Grant[]): Group[] {
  const byResource = new Map<string, Group>();
  for (const { action, ...rest } of grants) {
    const key = JSON.stringify([rest.effect, rest.resource, rest.principal, rest.condition]);
    const { actions = [] } = byResource.get(key) ?? {};
    byResource.set(key, { ...rest, resources: [rest.resource], actions: [...actions, action] });
  }
  const byActions = new Map<string, Group>();
  for (const group of byResource.values()) {
    const key = JSON.stringify([group.effect, group.actions, group.principal, group.condition]);
    const { resources = [] } = byActions.get(key) ?? {};
    byActions.set(key, { ...group, resources: [...resources, ...group.resources] });
  }
  return [...byActions.values()];
}
