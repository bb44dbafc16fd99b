import type { CheckedQuote, QuoteVerdict, SourceText } from './check-quotes.ts';
import type { Through } from './step-log.ts';

/** Quotes that are named in a message: the first few say what is wrong. */
const MAX_NAMED = 5;

/** Says how the quotes of a brief stand. A quote that is missing or could not be checked, and a brief without any, is a failure. */
export function judgeQuotes(
  quotes: readonly CheckedQuote[],
  texts: ReadonlyMap<string, SourceText>,
): Omit<Through<unknown>, 'value'> {
  const count = (verdict: QuoteVerdict): number => quotes.filter((quote) => quote.verdict === verdict).length;
  const parts = [
    `${count('exact')} stand to the letter in the text that the brief was made from`,
    ...(count('found again') > 0 ? [`${count('found again')} in a source that reads a little otherwise now`] : []),
    ...(count('missing') > 0 ? [`${count('missing')} do not stand where they should`] : []),
    ...(count('unchecked') > 0 ? [`${count('unchecked')} could not be checked`] : []),
  ];
  const message = `of ${quotes.length} quotes ${parts.join(', ')}; ${origin(texts)}`;
  const bad = quotes.filter(({ verdict }) => verdict === 'missing' || verdict === 'unchecked');
  if (quotes.length > 0 && bad.length === 0) return { message };
  const named = bad
    .slice(0, MAX_NAMED)
    .map(
      ({ claim_id, citation, why }) =>
        `${claim_id} quotes ${JSON.stringify(citation.quote.slice(0, 100))} from ${citation.source_id}, but ${why}`,
    );
  return { message: [message, ...named].join('\n'), amiss: { status: 'failed', remedy: remedyFor(quotes) } };
}

/** Where the texts came from: the API gives none, so that this must be said. */
function origin(texts: ReadonlyMap<string, SourceText>): string {
  const all = [...texts.values()];
  const from = (place: 'stored' | 'read again'): number =>
    all.filter((text) => 'text' in text && text.from === place).length;
  return `${from('stored')} texts from the bucket of artifacts, ${from('read again')} read again, because the API gives out no texts`;
}

function remedyFor(quotes: readonly CheckedQuote[]): string {
  if (quotes.length === 0)
    return 'A brief without a quote says nothing: give a site with text (--company, --site), or a resume (--resume).';
  if (quotes.some(({ verdict }) => verdict === 'missing'))
    return 'Quotes are copied by code, so one that does not stand is a fault: keep the run (it was not deleted) and report it. A page that changes by the minute can be left out with another --site.';
  return 'Allow s3:GetObject on work/* of the bucket of artifacts, or choose a --site that this machine can read.';
}
