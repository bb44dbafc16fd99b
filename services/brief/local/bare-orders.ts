import type { PageKind } from '../../../contracts/index.ts';
import { contentStems } from '../../text/words.ts';
import { objectStems, ordersReader } from '../orders.ts';
import type { CompanySource } from './company-source.ts';
import { VALUES_HEADING } from './cues/culture.ts';
import { HIRING_HEADING } from './cues/roles.ts';
import type { Sentence } from './sentence.ts';
import { isTelling } from './sentence-quality.ts';

/** Where a company tells people what to do, and means it as a statement: tasks of a job, values. */
const PLACES_OF_ORDERS: readonly PageKind[] = ['job_description', 'role', 'careers', 'values'];

/** Share of the words of an order beyond which other sentences of the site have to use them as well: a slogan speaks of what the site speaks of. */
const MIN_SHARED = 0.5;

/** Sources without bare orders, and how many of them were left out, by source. */
export interface WithoutOrders {
  readonly sources: readonly CompanySource[];
  readonly ordered: ReadonlyMap<string, number>;
}

/**
 * Leaves out the sentences that order their reader to do something and have nothing to do with the company: they state nothing, whoever put them
 * there. A slogan stays, because the site speaks of the same things elsewhere; so do values, steps of hiring, and the tasks of a job.
 */
export function withoutOrders(sources: readonly CompanySource[], name: string): WithoutOrders {
  const uses = usesOf(sources);
  const known = new Set(contentStems(name));
  const isBare = (sentence: Sentence) =>
    ordersReader(spoken(sentence)) &&
    !isSharedBy(spoken(sentence), (stem) => known.has(stem) || (uses.get(stem)?.size ?? 0) > 1);
  const ordered = new Map<string, number>();
  const kept = sources.map((source) => {
    if (PLACES_OF_ORDERS.includes(source.kind)) return source;
    const bare = source.sentences.filter((sentence) => !isMeant(sentence) && isBare(sentence));
    const told = bare.filter(isTelling).length;
    if (told > 0) ordered.set(source.source.source_id, told);
    return bare.length === 0
      ? source
      : { ...source, sentences: source.sentences.filter((sentence) => !bare.includes(sentence)) };
  });
  return { sources: kept, ordered };
}

/** Says for the reader which orders were left out, a line a source. */
export function orderLines(ordered: ReadonlyMap<string, number>): string[] {
  return Array.from(
    ordered,
    ([source, count]) =>
      `${source}: ${count} ${count === 1 ? 'sentence that orders' : 'sentences that order'} the reader to do something, and nothing of the company`,
  );
}

function isMeant({ passage }: Sentence): boolean {
  return (
    passage.kind === 'heading' ||
    passage.headings.some((heading) => VALUES_HEADING.test(heading) || HIRING_HEADING.test(heading))
  );
}

/** What structured data describes stands behind its name: "Acme: …". */
function spoken({ text, passage }: Sentence): string {
  return passage.kind === 'metadata' ? text.replace(/^[^.:?!]{1,60}: /u, '') : text;
}

function isSharedBy(order: string, isKnown: (stem: string) => boolean): boolean {
  const stems = objectStems(order);
  return stems.filter(isKnown).length > stems.length * MIN_SHARED;
}

/** For each stem the wordings that use it: the same sentence in several places is one. */
function usesOf(sources: readonly CompanySource[]): ReadonlyMap<string, ReadonlySet<string>> {
  const uses = new Map<string, Set<string>>();
  for (const text of new Set(sources.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text)))) {
    for (const stem of contentStems(text)) uses.set(stem, (uses.get(stem) ?? new Set()).add(text));
  }
  return uses;
}
