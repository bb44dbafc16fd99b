import { findNumbers } from '../../text/numbers.ts';
import { contentStems } from '../../text/words.ts';
import { findTitles } from '../job-titles.ts';
import type { ClaimRule } from './claim-rule.ts';

/** Smallest share of a stated claim's content words that stand in its quotes: a paraphrase changes some words, an invention most. */
export const MIN_OVERLAP = 0.6;

/** A stated claim says what its quotes say: most of its content words stand in them. */
export const overlapRule: ClaimRule = {
  reason: 'not_what_the_quote_says',
  holds(claim) {
    if (claim.basis === 'inferred') return true;
    const stated = new Set(contentWords(claim.statement));
    for (const word of contentStems(claim.company_name)) stated.delete(word);
    const quoted = new Set(claim.quotes.flatMap((quote) => contentWords(quote)));
    const found = [...stated].filter((word) => quoted.has(word)).length;
    return stated.size > 0 && found / stated.size >= MIN_OVERLAP;
  },
};

/** The content words of a text, with "CEO" written out, and without numbers: those have a rule of their own. */
function contentWords(text: string): string[] {
  const written = replaced(text, findTitles(text), ({ title }) => title);
  return contentStems(replaced(written, findNumbers(written), () => ' '));
}

function replaced<Mention extends { readonly start: number; readonly end: number }>(
  text: string,
  mentions: readonly Mention[],
  replacement: (mention: Mention) => string,
): string {
  return mentions.reduceRight(
    (result, mention) => result.slice(0, mention.start) + replacement(mention) + result.slice(mention.end),
    text,
  );
}
