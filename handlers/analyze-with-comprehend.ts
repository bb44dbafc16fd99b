import type { Gap } from '../contracts/index.ts';
import { analyzeWithComprehend, NoEvidenceError } from '../contracts/index.ts';
import { createPaidAnswers } from '../services/paid/stored-paid-answers.ts';
import type { StepServices } from '../services/services.ts';
import type { Handler } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { loadGathered } from './gathered-sources.ts';

/** Handler of AnalyzeWithComprehend: analyzes every source; without any the run ends here, because a brief could cite nothing. */
export function createHandler(services: StepServices): Handler {
  return defineHandler(analyzeWithComprehend, services, async (input, context) => {
    const { sources, gaps } = await loadGathered(services, input, input.company_url);
    if (sources.every(({ passages }) => passages.length === 0)) throw noEvidence(gaps);
    const analysis = await services.analyzer.analyze({
      company_name: input.company_name,
      sources,
      signal: context.signal,
      paid: createPaidAnswers(services.artifacts, input.session_id),
      meter: context.meter,
    });
    const pointer = await services.artifacts.putOnce(
      `${context.prefix}analysis.json`,
      JSON.stringify(analysis),
      'application/json',
    );
    const counts = {
      source_count: sources.length,
      entity_count: analysis.entities.length,
      key_phrase_count: analysis.key_phrases.length,
    };
    const { comprehend_units } = analysis.usage;
    const { comprehend_units: paid = 0 } = context.meter.counts;
    context.progress({ entities: counts.entity_count, key_phrases: counts.key_phrase_count, comprehend_units: paid });
    return { pointer, ...counts, comprehend_units };
  });
}

/** Names every reason; the remedy is that of the first gap that has one, which knows the case best. */
function noEvidence(gaps: readonly Gap[]): NoEvidenceError {
  const reasons = gaps.map(({ where, reason }) => `${where}: ${reason}`).join(' ');
  const remedy = gaps.find((gap) => gap.remedy !== undefined)?.remedy;
  const message = `Nothing could be read, so there is nothing a brief could cite. ${reasons}`;
  return new NoEvidenceError(message, remedy === undefined ? {} : { remedy });
}
