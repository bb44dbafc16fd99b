import type { Source } from '../../../contracts/index.ts';
import { MAX_WHERE_CHARACTERS } from './limits.ts';

/** The English name of a BCP 47 tag, for a reader: "German"; `und` is "a language that could not be told". */
export function languageName(tag: string): string {
  if (tag === 'und') return 'a language that could not be told';
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag;
}

/** Names sources in a gap: `W1 (https://acme.example), D1 (resume.pdf)`, cut to what a gap may hold. */
export function whereStated(sources: readonly Source[]): string {
  return sources
    .map((source) => `${source.source_id} (${source.kind === 'page' ? source.url : source.file_name})`)
    .join(', ')
    .slice(0, MAX_WHERE_CHARACTERS);
}
