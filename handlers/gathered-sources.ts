import type { BranchResult, Gap, SourceWithPassages } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import { loadBranch } from '../services/sources/manifest-store.ts';

/** Everything that both branches of GatherSources found, pages first. */
export interface GatheredSources {
  readonly sources: readonly SourceWithPassages[];
  readonly gaps: readonly Gap[];
  readonly requests: Readonly<Record<string, number>>;
}

/** The parts of a state that tell what was gathered. */
interface GatheredState {
  readonly website: BranchResult;
  readonly documents: BranchResult;
}

/** Loads what both branches found; a branch that is unavailable gives its gap. */
export async function loadGathered(
  services: StepServices,
  state: GatheredState,
  websiteAddress: string,
): Promise<GatheredSources> {
  const [website, documents] = await Promise.all([
    loadBranch(services.artifacts, state.website, { sought: 'the company website', where: websiteAddress }),
    loadBranch(services.artifacts, state.documents, { sought: 'the documents', where: 'the documents given' }),
  ]);
  return {
    sources: [...website.sources, ...documents.sources],
    gaps: [...website.gaps, ...documents.gaps],
    requests: website.requests,
  };
}
