import type { Source } from '../../../contracts/index.ts';
import { formatDay, formatMoment } from './dates.ts';

/** What the reader of the source list is told of a source, in plain text. */
export interface SourceFacts {
  /** What it is called: its title, or where it lies when it has none. */
  readonly name: string;
  /** Its address or file name. */
  readonly place: string;
  /** When it was read and published, and how long it is. */
  readonly dates: string;
  /** What the reader should know before trusting it. */
  readonly warnings: readonly string[];
}

/** Tells of a source. */
export function sourceFacts(source: Source): SourceFacts {
  const place = source.kind === 'page' ? source.url : source.file_name;
  const dates = [
    `read ${formatMoment(source.fetched_at)}`,
    source.published_at === undefined ? undefined : `published ${formatDay(source.published_at)}`,
    source.kind === 'document' && source.pages !== undefined ? plural(source.pages, 'page') : undefined,
    source.language === undefined || /^(?:en|und)\b/.test(source.language)
      ? undefined
      : `in ${languageName(source.language)}`,
  ];
  return {
    name: source.title.trim() || place,
    place,
    dates: dates.filter((fact) => fact !== undefined).join(' · '),
    warnings: [...hiddenWarning(source), ...source.warnings],
  };
}

function hiddenWarning({ hidden }: Source): readonly string[] {
  if (hidden === undefined || hidden.characters === 0) return [];
  const how = hidden.reasons.length > 0 ? ` (${hidden.reasons.join(', ')})` : '';
  return [`${plural(hidden.characters, 'character')} that a reader would not see${how} were left out of this brief.`];
}

/** "1 page", "12 pages", "1,200 characters". */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Tags that Intl refuses are shown as they are. */
function languageName(tag: string): string {
  return isLanguageTag(tag) ? (new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag) : tag;
}

function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Z]{2}|\d{3}))?$/.test(tag);
}
