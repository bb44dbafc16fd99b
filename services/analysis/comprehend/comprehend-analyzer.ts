import type { ComprehendClient } from '@aws-sdk/client-comprehend';
import type { Analysis } from '../../../contracts/index.ts';
import type { CallTimeouts } from '../../aws/call-timeouts.ts';
import type { RateLimiter } from '../../aws/rate-limiter.ts';
import { UNMETERED } from '../../cost/spend-meter.ts';
import { nameKey } from '../merge/legal-forms.ts';
import { mergeNames } from '../merge/merge-names.ts';
import { mergePhrases } from '../merge/merge-phrases.ts';
import { charactersOf, namesIn, summarizeSource } from '../merge/summarize.ts';
import type { AnalysisRequest, TextAnalyzer } from '../text-analyzer.ts';
import { cutSources, proseOf } from './analyzed-source.ts';
import { ComprehendCaller } from './comprehend-caller.ts';
import { refusalGaps, unpaidGaps, unsupportedGaps } from './comprehend-gaps.ts';
import { detectLanguages } from './detect-languages.ts';
import { detectAll, namesOf, phrasesOf, refusalsOf, sentimentOf } from './detections.ts';
import { DEFAULT_REQUESTS_PER_SECOND, isSupported } from './limits.ts';
import { DETECT_LANGUAGE } from './operations.ts';

/** How the analyzer is made. */
export interface ComprehendAnalyzerOptions {
  readonly client: ComprehendClient;
  readonly timeouts: Pick<CallTimeouts, 'call_ms'>;
  /** Requests a second of each operation; {@link DEFAULT_REQUESTS_PER_SECOND} when absent. */
  readonly requests_per_second?: number;
}

/**
 * Makes the analyzer that asks Amazon Comprehend, in Batch requests of 25 documents of 5 KB. Texts in languages that it does not take, and those that it refuses, are
 * gaps; `analyze` throws `TransientUpstreamError`, `QuotaExceededError`, `PermissionDeniedError` or `ConfigurationError` when the service itself cannot be used,
 * and the signal's reason when it is aborted.
 */
export function createComprehendAnalyzer(options: ComprehendAnalyzerOptions): TextAnalyzer {
  const limiters = new Map<string, RateLimiter>();
  const { client, timeouts, requests_per_second = DEFAULT_REQUESTS_PER_SECOND } = options;
  return {
    name: 'comprehend',
    analyze: (request) => {
      const { signal, paid, meter = UNMETERED } = request;
      const calls = { client, call_ms: timeouts.call_ms, requests_per_second, signal, paid, meter };
      return analyze(request, new ComprehendCaller(calls, limiters));
    },
  };
}

async function analyze(
  { company_name, sources, signal }: AnalysisRequest,
  caller: ComprehendCaller,
): Promise<Analysis> {
  signal?.throwIfAborted();
  const { languages, refusals } = await detectLanguages(sources, caller);
  const read = sources.map((all, index) => ({
    source: all.source,
    language: languages[index] ?? 'und',
    passages: proseOf(all),
  }));
  const detections = await detectAll(cutSources(read.filter(({ language }) => isSupported(language))), caller);
  const companyKey = nameKey(company_name);
  const entities = mergeNames(namesOf(detections, companyKey), companyKey);
  const key_phrases = mergePhrases(phrasesOf(detections), namesIn(entities));
  const toneIn = sentimentOf(detections);
  const gaps = [
    ...unpaidGaps(caller.limit),
    ...unsupportedGaps(read.filter(({ language }) => !isSupported(language) && !(caller.limit && language === 'und'))),
    ...refusalGaps([
      ...refusals.map((refusal) => ({ finds: DETECT_LANGUAGE.finds, ...refusal })),
      ...refusalsOf(detections, read),
    ]),
  ];
  return {
    analyzer: 'comprehend',
    sources: read.map((one) =>
      summarizeSource(
        { source_id: one.source.source_id, language: one.language, sentiment: toneIn(one) },
        entities,
        key_phrases,
      ),
    ),
    entities,
    key_phrases,
    gaps,
    usage: { characters: charactersOf(sources), comprehend_units: caller.units },
  };
}
