import type { Entity, KeyPhrase, SentimentScore } from '@aws-sdk/client-comprehend';
import type { Sentiment } from '../../../contracts/index.ts';
import type { FoundName } from '../merge/found-name.ts';
import type { FoundPhrase } from '../merge/merge-phrases.ts';
import type { AnalyzedSource, SentText } from './analyzed-source.ts';
import type { ComprehendCaller, Detection } from './comprehend-caller.ts';
import { isUnpaid } from './comprehend-caller.ts';
import type { Refusal } from './comprehend-gaps.ts';
import { DETECT_ENTITIES, DETECT_KEY_PHRASES, DETECT_SENTIMENT } from './operations.ts';
import { placeFound } from './place-found.ts';
import { toNames } from './to-names.ts';
import { toPhrase } from './to-phrases.ts';
import type { WeighedTone } from './tone.ts';
import { toneOf } from './tone.ts';

/** What Comprehend found, chunk by chunk of what was sent. */
export interface Detections {
  readonly sent: SentText;
  readonly entities: readonly Detection<readonly Entity[]>[];
  readonly phrases: readonly Detection<readonly KeyPhrase[]>[];
  readonly tones: readonly Detection<SentimentScore>[];
}

/** Asks for entities, key phrases and sentiment of all chunks, side by side. */
export async function detectAll(sent: SentText, caller: ComprehendCaller): Promise<Detections> {
  const { chunks } = sent;
  const [entities, phrases, tones] = await Promise.all([
    caller.detect(DETECT_ENTITIES, chunks),
    caller.detect(DETECT_KEY_PHRASES, chunks),
    caller.detect(DETECT_SENTIMENT, chunks),
  ]);
  return { sent, entities, phrases, tones };
}

/** The names found, each at every place where its text stands. */
export function namesOf({ sent, entities }: Detections, companyKey: string): readonly FoundName[] {
  return sent.chunks.flatMap((chunk, index) =>
    placeFound(chunk, resultsOf(entities[index])).flatMap((find) =>
      toNames(find, sent.places.get(find.passage.passage_id) ?? [], companyKey),
    ),
  );
}

/** The phrases found; what repeats word for word over pages is a frame, not content, and counts once. */
export function phrasesOf({ sent, phrases }: Detections): readonly FoundPhrase[] {
  return sent.chunks.flatMap((chunk, index) =>
    placeFound(chunk, resultsOf(phrases[index])).flatMap((find) => {
      const phrase = toPhrase(find, chunk.source_id, chunk.language);
      return phrase === undefined ? [] : [phrase];
    }),
  );
}

/** Tells how sources sound: each passage as the chunk in which its text was sent. */
export function sentimentOf({ sent, tones }: Detections): (source: AnalyzedSource) => Sentiment | undefined {
  const byPassage = new Map<string, WeighedTone[]>();
  sent.chunks.forEach(({ pieces }, index) => {
    const tone = tones[index];
    if (tone === undefined || 'refusal' in tone) return;
    for (const { passage, text } of pieces) {
      for (const place of sent.places.get(passage.passage_id) ?? []) {
        const known = byPassage.get(place.passage.passage_id) ?? [];
        byPassage.set(place.passage.passage_id, [...known, { score: tone.result, characters: text.length }]);
      }
    }
  });
  return ({ passages }) => toneOf(passages.flatMap(({ passage_id }) => byPassage.get(passage_id) ?? []));
}

/** What was refused, and of which source. */
export function refusalsOf(
  { sent, entities, phrases, tones }: Detections,
  sources: readonly AnalyzedSource[],
): readonly Refusal[] {
  const bySource = new Map(sources.map(({ source }) => [source.source_id, source]));
  const refused = (finds: string, detections: readonly Detection<unknown>[]): readonly Refusal[] =>
    sent.chunks.flatMap(({ source_id }, index) => {
      const detection = detections[index];
      const source = bySource.get(source_id);
      return source !== undefined && detection !== undefined && 'refusal' in detection && !isUnpaid(detection)
        ? [{ finds, source, reason: detection.refusal }]
        : [];
    });
  return [
    ...refused(DETECT_ENTITIES.finds, entities),
    ...refused(DETECT_KEY_PHRASES.finds, phrases),
    ...refused(DETECT_SENTIMENT.finds, tones),
  ];
}

function resultsOf<Found>(detection: Detection<readonly Found[]> | undefined): readonly Found[] {
  return detection !== undefined && 'result' in detection ? detection.result : [];
}
