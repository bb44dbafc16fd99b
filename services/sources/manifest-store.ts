import type { ArtifactPointer, BranchResult, Gap, ReadResult, SourceWithPassages } from '../../contracts/index.ts';
import { describeError, SourceManifest } from '../../contracts/index.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';

/** Stores what a reading step found under its prefix and gives the small result that the state carries. */
export async function storeManifest(
  artifacts: ArtifactStore,
  prefix: string,
  manifest: SourceManifest,
): Promise<ReadResult> {
  const pointer = await artifacts.putOnce(`${prefix}manifest.json`, JSON.stringify(manifest), 'application/json');
  return {
    status: 'read',
    manifest: pointer,
    source_count: manifest.sources.length,
    passage_count: sum(manifest.sources, ({ passages }) => passages.length),
    characters: sum(manifest.sources, ({ source }) => source.characters),
    gap_count: manifest.gaps.length,
  };
}

/** The names of what was to be read, for the gap when a branch gave nothing. */
export interface BranchSubject {
  /** "the company's website" */
  readonly sought: string;
  /** Its address. */
  readonly where: string;
}

/**
 * What a branch of GatherSources found: its manifest, or for a branch that is unavailable an empty one whose gap says why. Throws as the store does.
 */
export async function loadBranch(
  artifacts: ArtifactStore,
  result: BranchResult,
  subject: BranchSubject,
): Promise<SourceManifest> {
  if (result.status === 'read') return loadJson(artifacts, result.manifest, SourceManifest);
  const gaps = result.status === 'unavailable' ? [unavailableGap(result.error, result.cause, subject)] : [];
  return { sources: [], gaps, requests: {} };
}

/** Reads an artifact that holds JSON and parses it with its contract. */
export async function loadJson<T>(
  artifacts: ArtifactStore,
  pointer: ArtifactPointer,
  schema: { parse(value: unknown): T },
): Promise<T> {
  return schema.parse(JSON.parse(new TextDecoder().decode(await artifacts.get(pointer))));
}

function unavailableGap(error: string, cause: string, { sought, where }: BranchSubject): Gap {
  const { message, remedy } = describeError(error, cause);
  return { sought, where, reason: message, remedy, error };
}

function sum(sources: readonly SourceWithPassages[], count: (source: SourceWithPassages) => number): number {
  return sources.reduce((total, source) => total + count(source), 0);
}
