import type { DocumentStructure, SourceWithPassages } from '../../../contracts/index.ts';

/** The sources without the passages that only say how to reach a person: no section of a brief is about that, and a model need not know. */
export function withoutContact(
  sources: readonly SourceWithPassages[],
  structures: ReadonlyMap<string, DocumentStructure> = new Map(),
): SourceWithPassages[] {
  return sources.map(({ source, passages }) => {
    const structure = structures.get(source.source_id);
    const contact = new Set(structure?.kind === 'resume' ? structure.contact.passage_ids : []);
    return { source, passages: passages.filter(({ passage_id }) => !contact.has(passage_id)) };
  });
}
