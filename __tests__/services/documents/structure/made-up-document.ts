import type { DocumentPurpose, SourceWithPassages } from '../../../../contracts/index.ts';
import { readText } from '../../../../services/documents/read-text.ts';
import { buildPassages } from '../../../../services/sources/build-passages.ts';

/** A document of plain text as the parse step stores it. */
export function madeUpDocument(text: string, purpose: DocumentPurpose): SourceWithPassages {
  const { text: whole, passages } = buildPassages('D1', readText(text));
  return {
    source: {
      kind: 'document',
      source_id: 'D1',
      file_name: 'document.txt',
      purpose,
      title: 'Document',
      fetched_at: '2026-11-01T08:00:00Z',
      sha256: '0'.repeat(64),
      characters: whole.length,
      warnings: [],
      text: { key: 'none', sha256: '0'.repeat(64), bytes: whole.length },
    },
    passages: [...passages],
  };
}
