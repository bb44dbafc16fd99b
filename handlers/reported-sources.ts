import type { ReadResult, ReadSource, SourceWithPassages } from '../contracts/index.ts';
import { MAX_REPORTED_TEXT_CHARACTERS, MAX_REPORTED_WARNINGS, SourceManifest } from '../contracts/index.ts';
import { loadJson } from '../services/sources/manifest-store.ts';
import type { WebsiteProgress } from '../services/website/website-reader.ts';
import type { Recall } from './define-handler.ts';

/** A page that was just read, as whoever watches is told of it. */
export function reportedPage({ url, title, blocks, hidden, warnings }: WebsiteProgress['page']): ReadSource {
  return {
    kind: 'page',
    title: cut(title),
    ...addressed(url),
    words: wordsOf(blocks),
    hidden_characters: hidden?.characters ?? 0,
    warnings: cutWarnings(warnings),
  };
}

/** A source that is stored, as whoever watches is told of it. */
export function reportedSource({ source, passages }: SourceWithPassages): ReadSource {
  const { source_id, kind, title, hidden, warnings } = source;
  return {
    source_id,
    kind,
    title: cut(title),
    ...(source.kind === 'page' ? addressed(source.url) : { file_name: cut(source.file_name) }),
    words: wordsOf(passages),
    hidden_characters: hidden?.characters ?? 0,
    warnings: cutWarnings(warnings),
  };
}

/** Tells of the sources that an earlier invocation has read, when its stored result is returned. */
export function recallSources(count: 'pages' | 'documents'): Recall<typeof ReadResult> {
  return async (output, { services, progress }) => {
    const { sources } = await loadJson(services.artifacts, output.manifest, SourceManifest);
    progress(
      { [count]: sources.length, passages: output.passage_count, gaps: output.gap_count },
      sources.map(reportedSource),
    );
  };
}

/** Half an address leads nowhere. */
function addressed(url: string): Pick<ReadSource, 'url'> {
  return url.length > MAX_REPORTED_TEXT_CHARACTERS ? {} : { url };
}

function wordsOf(pieces: readonly { readonly text: string }[]): number {
  return pieces.reduce((sum, { text }) => sum + text.split(/\s+/u).filter((word) => word !== '').length, 0);
}

function cutWarnings(warnings: readonly string[]): string[] {
  return warnings.slice(0, MAX_REPORTED_WARNINGS).map(cut);
}

function cut(text: string): string {
  return text.length <= MAX_REPORTED_TEXT_CHARACTERS ? text : `${text.slice(0, MAX_REPORTED_TEXT_CHARACTERS - 1)}…`;
}
