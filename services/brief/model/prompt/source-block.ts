import type { Passage, Source, SourceWithPassages } from '../../../../contracts/index.ts';
import { jsonLine } from './json-line.ts';

/** A source as the model gets it: a line that says what it is, then a line a passage, between tags that no text can close. */
export function sourceBlock({ source, passages }: SourceWithPassages): string {
  const lines = passages.map((passage, place) => passageLine(passage, underOf(passages[place - 1])));
  return ['<sources>', sourceLine(source), ...lines, '</sources>'].join('\n');
}

function sourceLine(source: Source): string {
  return jsonLine({
    source: source.source_id,
    kind: source.kind === 'page' ? source.page_kind : source.purpose,
    title: source.title,
    ...(source.kind === 'page' ? { address: source.url } : {}),
    ...(source.published_at === undefined ? {} : { published: source.published_at }),
  });
}

/**
 * The line of a passage: its id, the headings it stands under, its date, its text.
 *
 * @param underBefore what the line before stands under: the headings are told when they change, and always when this is not given
 */
export function passageLine(passage: Passage, underBefore?: string): string {
  const { passage_id, date, text } = passage;
  const under = underOf(passage);
  return jsonLine({
    passage: passage_id,
    ...(under === underBefore ? {} : { under }),
    ...(date === undefined ? {} : { date }),
    text,
  });
}

function underOf(passage: Passage | undefined): string {
  return passage?.headings.join(' > ') ?? '';
}
