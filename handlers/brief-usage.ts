import type { SourceWithPassages, Usage } from '../contracts/index.ts';
import { NO_USE } from '../contracts/index.ts';
import type { StepContext } from './define-handler.ts';
import { transitionsToTheEnd } from './run-transitions.ts';
import { runUsage } from './run-usage.ts';

/** What was read for a brief. */
export interface ReadParts {
  readonly sources: readonly SourceWithPassages[];
  readonly requests: Readonly<Record<string, number>>;
}

/**
 * What a run used, as the brief shows it: all attempts together, as the session row has it by now, and the transitions to the end as if nothing fails any more, because the step
 * that writes the brief cannot know of those after it.
 */
export async function briefUsage(
  { services, meter }: Pick<StepContext, 'services' | 'meter'>,
  session_id: string,
  { sources, requests }: ReadParts,
): Promise<Usage> {
  await meter.finish();
  const row = await services.sessions.get(session_id);
  const used =
    row === undefined
      ? { ...NO_USE, transitions: 0, estimated_cost_usd: 0, unpriced: [] }
      : runUsage(row, services.settings.prices, transitionsToTheEnd(row));
  const documents = sources.filter(({ source }) => source.kind === 'document').length;
  return {
    ...used,
    pages: sources.length - documents,
    documents,
    characters: charactersOf(sources),
    requests: { ...requests },
    left_out: [],
  };
}

/** Characters of the visible text of sources. */
export function charactersOf(sources: readonly SourceWithPassages[]): number {
  return sources.reduce((sum, { source }) => sum + source.characters, 0);
}
