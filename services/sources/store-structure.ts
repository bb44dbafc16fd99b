import type { SourceWithPassages } from '../../contracts/index.ts';
import { DocumentStructure } from '../../contracts/index.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { structureOf } from '../documents/structure/structure-of.ts';
import { loadJson } from './manifest-store.ts';

/**
 * Stores what a resume or job description says, by what it is about, under `{prefix}sources/{source_id}.structure.json`, and gives the source with the pointer to it; other sources are given
 * back as they are. Throws as the store does.
 */
export async function storeStructure(
  artifacts: ArtifactStore,
  prefix: string,
  read: SourceWithPassages,
  today: Date,
): Promise<SourceWithPassages> {
  const { source, passages } = read;
  const structure = structureOf(read, today);
  if (structure === undefined || source.kind !== 'document') return read;
  const key = `${prefix}sources/${source.source_id}.structure.json`;
  const pointer = await artifacts.putOnce(key, JSON.stringify(structure), 'application/json');
  return { source: { ...source, structure: pointer }, passages };
}

/** What the documents among the sources say, by their source ids. Throws as the store does. */
export async function loadStructures(
  artifacts: ArtifactStore,
  sources: readonly SourceWithPassages[],
): Promise<ReadonlyMap<string, DocumentStructure>> {
  const entries = await Promise.all(
    sources.map(async ({ source }) => {
      if (source.kind !== 'document' || source.structure === undefined) return [];
      return [[source.source_id, await loadJson(artifacts, source.structure, DocumentStructure)] as const];
    }),
  );
  return new Map(entries.flat());
}
