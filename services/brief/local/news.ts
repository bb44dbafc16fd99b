import { findDates } from '../../text/dates.ts';
import { splitWords } from '../../text/words.ts';
import type { CompanySource } from './company-source.ts';
import { datedLines, dayIn, MIN_HEADLINE_WORDS } from './dated-lines.ts';
import type { Evidence } from './evidence.ts';
import type { NewsItem } from './news-item.ts';
import { isTelling, pointsBack } from './sentence-quality.ts';

/** Longest line that is a date and not a story, in words. */
const MAX_DATELINE_WORDS = 12;

/** Every dated piece of news, newest first, each once. Dates come from the pages, never from when they were read. */
export function newsOf(evidence: Evidence): NewsItem[] {
  const today = evidence.request.today.toISOString().slice(0, 10);
  const found = evidence.sources
    .filter(({ kind }) => kind === 'news')
    .flatMap((source) => piecesOn(source))
    .filter(({ date }) => date <= today)
    .sort((one, other) => other.date.localeCompare(one.date));
  const seen = new Set<string>();
  return found.filter(({ headline }) => {
    if (OF_OTHERS.test(headline.text)) return false;
    const key = headline.text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return seen.has(key) ? false : seen.add(key).has(key);
  });
}

/** Headlines of what blogs offer besides news: guests, papers to download, advice to customers. */
const OF_OTHERS =
  /^(?:guest (?:post|blog|article)|white ?paper|e-?book|webinar|podcast|gastbeitrag|tribune|livre blanc)(?![\p{L}])|^(?:\d+|five|seven|ten) (?:\p{L}+ )?(?:ways|tips|reasons|things|steps|mistakes|trends|tipps|gründe|conseils|raisons)(?![\p{L}])|^(?:how to|the (?:ultimate|complete|definitive) guide) /iu;

function piecesOn(source: CompanySource): NewsItem[] {
  const lines = datedLines(source);
  return lines.length > 0 ? lines : [...articleOn(source), ...listedOn(source)];
}

/** A page that is one article: it has a date of its own. */
function articleOn(source: CompanySource): NewsItem[] {
  const date = source.source.published_at;
  const headline =
    source.sentences.find(({ passage }) => passage.kind === 'heading') ??
    source.sentences.find((sentence) => isTelling(sentence));
  if (date === undefined || !headline || isNameOfList(source)) return [];
  const lead = source.sentences.find(
    (sentence) =>
      sentence !== headline &&
      isTelling(sentence) &&
      sentence.passage.kind === 'paragraph' &&
      !isDateline(sentence.text) &&
      !pointsBack(sentence.text),
  );
  return [{ date, headline, text: headline.text, ...(lead ? { lead } : {}) }];
}

/** Whether a page's first heading is the name of a list and no headline, with further headings below it: "Notícias". */
function isNameOfList({ passages }: CompanySource): boolean {
  const [first, ...others] = passages.filter(({ kind }) => kind === 'heading');
  const isShort = splitWords(first?.text ?? '').length < MIN_HEADLINE_WORDS;
  return isShort && others.some(({ text }) => splitWords(text).length >= MIN_HEADLINE_WORDS);
}

/** A page that lists pieces: headings with a date at or below them. */
function listedOn(page: CompanySource): NewsItem[] {
  const { source, passages, sentences, language } = page;
  if (source.published_at !== undefined && !isNameOfList(page)) return [];
  return passages.flatMap((passage, position) => {
    const headline = sentences.find((sentence) => sentence.passage === passage);
    const isEntry = passage.kind === 'heading' || passage.kind === 'list_item';
    if (!isEntry || !headline || splitWords(passage.text).length < MIN_HEADLINE_WORDS) return [];
    const body = bodyBelow(passages, position);
    const dated = datedIn([passage, ...body], language);
    if (dated?.date === undefined) return [];
    const below = sentences.filter((sentence) => body.includes(sentence.passage) && !isDateline(sentence.text));
    const lead = below.find((sentence) => isTelling(sentence) && !pointsBack(sentence.text));
    const dateline = sentences.find((sentence) => sentence.passage === dated.candidate && dated.candidate !== passage);
    return [
      { date: dated.date, headline, text: headline.text, ...(lead ? { lead } : {}), ...(dateline ? { dateline } : {}) },
    ];
  });
}

/** The passage that dates a piece: the first with a date, but the line that is a date and nothing else where it differs, since what a page declares may belong to the piece before. */
function datedIn(passages: CompanySource['passages'], language: string) {
  const all = passages.map((candidate) => ({
    candidate,
    date: candidate.date ?? dateIn(candidate.text, language),
    told: isDateline(candidate.text) ? dateIn(candidate.text, language) : undefined,
  }));
  const first = all.find(({ date }) => date !== undefined);
  const line = all.find(({ told }) => told !== undefined);
  return line !== undefined && line.told !== first?.date ? { candidate: line.candidate, date: line.told } : first;
}

const PUBLISHED = /^(?:published|posted|publié|publicado|pubblicato|veröffentlicht|geplaatst|公開|投稿|掲載)/iu;

/** What stands between an entry and the next. */
function bodyBelow(passages: CompanySource['passages'], position: number): CompanySource['passages'] {
  const rest = passages.slice(position + 1);
  const end = rest.findIndex(
    ({ kind }) => kind === 'heading' || (kind === 'list_item' && passages[position]?.kind === 'list_item'),
  );
  return end < 0 ? rest : rest.slice(0, end);
}

function dateIn(text: string, language: string): string | undefined {
  return splitWords(text).length <= MAX_DATELINE_WORDS ? dayIn(text, language)?.date : undefined;
}

/** A date and nothing else, or when and by whom a piece was published. */
function isDateline(text: string): boolean {
  if (PUBLISHED.test(text) && splitWords(text).length <= MAX_DATELINE_WORDS) return true;
  const [date] = findDates(text);
  return date !== undefined && date.end - date.start >= text.replace(/[.\s]+$/u, '').length;
}

/** Whether a headline says something by itself. */
export function tellsByItself({ headline }: NewsItem): boolean {
  return splitWords(headline.text).length >= MIN_HEADLINE_WORDS && !headline.text.endsWith('?');
}
