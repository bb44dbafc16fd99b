import type { BlockKind, DocumentSource, PageSource, Passage, SourceWithPassages } from '../../contracts/index.ts';

const KINDS: Readonly<Record<string, BlockKind>> = { '#': 'heading', '-': 'list_item' };

/** A made-up page: one passage a line, `# ` for headings and `- ` for list items. */
export function pageOf(sourceId: string, lines: readonly string[], over: Partial<PageSource> = {}): SourceWithPassages {
  const passages = passagesOf(sourceId, lines);
  const url = `https://acme.example/${sourceId.toLowerCase()}`;
  return { source: { kind: 'page', url, page_kind: 'other', ...common(sourceId, passages), ...over }, passages };
}

/** A made-up document, a resume unless told otherwise. */
export function documentOf(
  sourceId: string,
  lines: readonly string[],
  over: Partial<DocumentSource> = {},
): SourceWithPassages {
  const passages = passagesOf(sourceId, lines);
  const file_name = `${sourceId.toLowerCase()}.pdf`;
  return {
    source: { kind: 'document', file_name, purpose: 'resume', ...common(sourceId, passages), ...over },
    passages,
  };
}

function passagesOf(sourceId: string, lines: readonly string[]): Passage[] {
  let start = 0;
  return lines.map((line, index) => {
    const kind = (line[1] === ' ' ? KINDS[line[0] ?? ''] : undefined) ?? 'paragraph';
    const text = kind === 'paragraph' ? line : line.slice(2);
    const passage = {
      passage_id: `${sourceId}.${index + 1}`,
      kind,
      start,
      end: start + text.length,
      text,
      headings: [],
    };
    start = passage.end + 1;
    return passage;
  });
}

function common(sourceId: string, passages: readonly Passage[]) {
  return {
    source_id: sourceId,
    title: `Source ${sourceId}`,
    fetched_at: '2026-11-20T18:30:00Z',
    sha256: 'a'.repeat(64),
    characters: passages.at(-1)?.end ?? 0,
    warnings: [],
    text: { key: `work/x/sources/${sourceId}.txt`, sha256: 'a'.repeat(64), bytes: passages.at(-1)?.end ?? 0 },
  };
}
