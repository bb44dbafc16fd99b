import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import type { Evidence } from '../evidence.ts';
import { newsOf, tellsByItself } from '../news.ts';
import type { NewsItem } from '../news-item.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';

const MAX_NEWS = 5;

/** News older than this is history: two years back, plans and people have changed. */
const MAX_AGE_MONTHS = 24;

/** Recent news, newest first; when all is older than {@link MAX_AGE_MONTHS} months, the newest piece there is. */
export const recentNews: SectionSelector = (evidence) => {
  const all = newsOf(evidence);
  const recent = recentOf(evidence, all);
  return (recent.length > 0 ? recent : all.slice(0, 1)).slice(0, MAX_NEWS).map(newsClaim);
};

/** The pieces that are not too old. */
export function recentOf(evidence: Evidence, all: readonly NewsItem[] = newsOf(evidence)): NewsItem[] {
  const oldest = new Date(evidence.request.today);
  oldest.setUTCMonth(oldest.getUTCMonth() - MAX_AGE_MONTHS);
  const limit = oldest.toISOString().slice(0, 10);
  return all.filter(({ date }) => date >= limit);
}

function newsClaim(item: NewsItem): DraftClaim {
  const { headline, lead, dateline, date } = item;
  const told = tellsByItself(item) && !/^\W*$/.test(headline.text);
  const statement =
    lead && (!told || isShort(headline, lead)) ? `${withoutEnd(headline.text)}: ${lead.text}` : headline.text;
  const used: readonly (Sentence | undefined)[] = [headline, statement === headline.text ? undefined : lead, dateline];
  return {
    statement,
    basis: 'stated',
    date,
    citations: used.filter((sentence) => sentence !== undefined).map((sentence) => cite(sentence)),
  };
}

/** Longest piece with its beginning, in words, that is still quickly read. */
const MAX_STATEMENT_WORDS = 36;

function isShort(headline: Sentence, lead: Sentence): boolean {
  return `${headline.text} ${lead.text}`.split(/\s+/u).length <= MAX_STATEMENT_WORDS;
}

function withoutEnd(text: string): string {
  return text.replace(/[.:]$/, '');
}
