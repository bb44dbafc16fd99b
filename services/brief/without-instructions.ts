import type { Passage, Source, SourceWithPassages } from '../../contracts/index.ts';
import { isInstructionLike } from '../text/instruction-like.ts';
import { contentStems } from '../text/words.ts';
import { objectStems, ordersReader } from './orders.ts';

/** Sources without what addresses a program, and how many passages of which source that took away. */
export interface CleanSources {
  readonly sources: readonly SourceWithPassages[];
  /** Passages left out, by source id. */
  readonly refused: ReadonlyMap<string, number>;
}

/** Passages after one that addresses a program that may still belong to it: an order and its object, a role mark and its text. */
const FOLLOWING_PASSAGES = 2;

/** Leaves out every passage that reads like an instruction to a program, and those right after it. No writer gets to see them. */
export function withoutInstructions(sources: readonly SourceWithPassages[]): CleanSources {
  const cleaned = sources.map(clean);
  const refused = new Map<string, number>();
  sources.forEach(({ source, passages }, position) => {
    const kept = cleaned[position]?.passages.length ?? 0;
    if (kept < passages.length) refused.set(source.source_id, passages.length - kept);
  });
  return { sources: cleaned, refused };
}

/** Says for the reader what was refused, a line a source. */
export function refusalLines(refused: ReadonlyMap<string, number>): string[] {
  return Array.from(
    refused,
    ([source, count]) =>
      `${source}: ${count} ${count === 1 ? 'passage' : 'passages'} that read like instructions to a program, or follow one`,
  );
}

function clean({ source, passages }: SourceWithPassages): SourceWithPassages {
  const suspect = passages.map(({ text }) => isInstructionLike(text));
  const kept = passages.filter(
    (_, position) => !suspect.slice(Math.max(0, position - FOLLOWING_PASSAGES), position + 1).includes(true),
  );
  return { source: withHarmlessTitle({ source, passages: kept }), passages: kept };
}

/**
 * A source without its title when that reads like an instruction to a program, or orders or asks its reader something of which the source itself hardly
 * speaks; it is then called by its address or file name.
 */
export function withHarmlessTitle({ source, passages }: SourceWithPassages): Source {
  return isInstructionLike(source.title) || isStray(source.title, passages) ? { ...source, title: '' } : source;
}

/** Whether a title is an order or a question of whose words hardly any stand in the text below it. A text that says nothing but its title bears nothing out. */
function isStray(title: string, passages: readonly Passage[]): boolean {
  const object = /\?/u.test(title) || ordersReader(title) ? objectStems(title) : [];
  if (object.length === 0) return false;
  const said = new Set(passages.filter(({ text }) => text !== title).flatMap(({ text }) => contentStems(text)));
  return said.size > 0 && object.filter((stem) => said.has(stem)).length < object.length * MIN_SAID;
}

/** Share of a title's words that the text under it says again: of a real title most do, of one about something else a word or two by chance. */
const MIN_SAID = 1 / 3;
