import type { Source, SourceWithPassages } from '../../../contracts/index.ts';
import { proseOf } from './analyzed-source.ts';
import type { ComprehendCaller, Detection } from './comprehend-caller.ts';
import { isUnpaid } from './comprehend-caller.ts';
import { LANGUAGE_SAMPLE_BYTES, MIN_LANGUAGE_CHARACTERS, MIN_LANGUAGE_SCORE } from './limits.ts';
import { DETECT_LANGUAGE } from './operations.ts';
import { splitByBytes } from './split-bytes.ts';

/** The languages of sources in their order, BCP 47 tags or `und`, and the sources for which the service gave none. */
export interface DetectedLanguages {
  readonly languages: readonly string[];
  readonly refusals: readonly { readonly source: Source; readonly reason: string }[];
}

/** Lines shorter than this are labels, which are often English on pages that are not. */
const MIN_PROSE_CHARACTERS = 30;

/** Tells the dominant language of each source from a sample of its text, prose before labels. */
export async function detectLanguages(
  sources: readonly SourceWithPassages[],
  caller: ComprehendCaller,
): Promise<DetectedLanguages> {
  const samples = sources.map(sampleOf);
  const long = samples.flatMap((text, index) =>
    [...text].length >= MIN_LANGUAGE_CHARACTERS ? [{ index, text, language: 'any' }] : [],
  );
  const detections = await caller.detect(DETECT_LANGUAGE, long);
  const byIndex = new Map(long.map(({ index }, place) => [index, detections[place]]));
  return {
    languages: sources.map((_, index) => languageIn(byIndex.get(index))),
    refusals: sources.flatMap(({ source }, index) => {
      const detection = byIndex.get(index);
      return detection !== undefined && 'refusal' in detection && !isUnpaid(detection)
        ? [{ source, reason: detection.refusal }]
        : [];
    }),
  };
}

function sampleOf(source: SourceWithPassages): string {
  const passages = proseOf(source);
  const prose = passages.filter(({ kind, text }) => kind !== 'metadata' && text.length >= MIN_PROSE_CHARACTERS);
  const text = (prose.length > 0 ? prose : passages).map((passage) => passage.text).join('\n');
  return splitByBytes(text, LANGUAGE_SAMPLE_BYTES)[0] ?? '';
}

type Languages = readonly { readonly LanguageCode?: string | undefined; readonly Score?: number | undefined }[];

function languageIn(detection: Detection<Languages> | undefined): string {
  if (detection === undefined || 'refusal' in detection) return 'und';
  const [best] = [...detection.result].sort((one, other) => (other.Score ?? 0) - (one.Score ?? 0));
  return best?.LanguageCode !== undefined && (best.Score ?? 0) >= MIN_LANGUAGE_SCORE ? best.LanguageCode : 'und';
}
