import type { Citation, Passage } from '../../contracts/index.ts';
import { MAX_CONTEXT_CHARACTERS } from '../../contracts/index.ts';
import type { Span } from './trim-quote.ts';

/** Passages by their ids. */
type Passages = ReadonlyMap<string, { readonly passage: Passage }>;

/**
 * The words around a quote, for whoever wants to see it where it stands: of its own passage, then of the next ones to each side, up to
 * {@link MAX_CONTEXT_CHARACTERS}. Only passages that are given count, so that what was kept from the writer shows here neither. Undefined when nothing stands around it.
 *
 * @param span the quote inside its passage
 * @param passages those that may be shown, by their ids
 */
export function quoteContext(
  { passage }: { readonly passage: Passage },
  span: Span,
  passages: Passages,
): Citation['context'] {
  if (!passages.has(passage.passage_id)) return undefined;
  const neighbor = (step: -1 | 1): string => passages.get(neighborId(passage.passage_id, step))?.passage.text ?? '';
  const before = lastWords(`${neighbor(-1)}\n${passage.text.slice(0, span.start)}`);
  const after = firstWords(`${passage.text.slice(span.end)}\n${neighbor(1)}`);
  return before === '' && after === '' ? undefined : { before, after };
}

/** Passages of a source are counted from 1; there is none before the first. */
function neighborId(passageId: string, step: -1 | 1): string {
  const [source = '', position = ''] = passageId.split('.');
  return `${source}.${Number(position) + step}`;
}

/** Whole words of the end of a text. */
function lastWords(text: string): string {
  const trimmed = text.trimStart();
  if (trimmed.length <= MAX_CONTEXT_CHARACTERS) return trimmed;
  return trimmed.slice(-MAX_CONTEXT_CHARACTERS).replace(/^\S*\s+/u, '');
}

/** Whole words of the beginning of a text. */
function firstWords(text: string): string {
  const trimmed = text.trimEnd();
  if (trimmed.length <= MAX_CONTEXT_CHARACTERS) return trimmed;
  return trimmed.slice(0, MAX_CONTEXT_CHARACTERS).replace(/\s+\S*$/u, '');
}
