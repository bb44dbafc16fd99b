import type { Analysis, SourceWithPassages, Usage } from '../contracts/index.ts';
import { TRANSITIONS_OF_A_RUN } from '../contracts/index.ts';
import type { Draft } from '../services/brief/brief-writer.ts';
import type { Prices } from '../services/services.ts';

/** What the parts of a run used. */
export interface UsedParts {
  readonly sources: readonly SourceWithPassages[];
  readonly requests: Readonly<Record<string, number>>;
  readonly analysis: Analysis;
  readonly draft: Draft;
  readonly prices: Prices;
}

/**
 * What a run used, as the brief shows it. Transitions are those of a run without retries, because the step that writes the brief cannot know of
 * the ones after it; the cost is estimated from the prices configured. Tokens are added where the draft becomes the brief.
 */
export function briefUsage({ sources, requests, analysis, draft, prices }: UsedParts): Usage {
  const documents = sources.filter(({ source }) => source.kind === 'document').length;
  const { comprehend_units } = analysis.usage;
  return {
    pages: sources.length - documents,
    documents,
    characters: sources.reduce((sum, { source }) => sum + source.characters, 0),
    requests: { ...requests },
    comprehend_units,
    input_tokens: 0,
    output_tokens: 0,
    transitions: TRANSITIONS_OF_A_RUN,
    estimated_cost_usd:
      TRANSITIONS_OF_A_RUN * prices.transition_usd +
      comprehend_units * prices.comprehend_unit_usd +
      draft.usage.input_tokens * prices.input_token_usd +
      draft.usage.output_tokens * prices.output_token_usd,
    left_out: [],
  };
}
