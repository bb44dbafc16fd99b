import type { DraftClaim } from '../../brief-writer.ts';
import { hasFigure } from '../achievements.ts';
import type { SectionSelector } from '../claims.ts';
import { inferred } from '../claims.ts';
import type { Evidence } from '../evidence.ts';
import { asDeed, clipped } from '../phrases.ts';
import type { Sentence } from '../sentence.ts';
import { valuesOf } from '../values.ts';

const MAX_STORIES = 4;

/** Below this many stories that answer something, results with figures fill up: they answer what nobody wrote down. */
const MIN_STORIES = 3;

/** Something they want, and how the sentence about it goes on. */
interface Wanted {
  readonly sentence: Sentence;
  readonly why: string;
}

/** A deed of the candidate and what it answers. */
interface Story extends Wanted {
  readonly deed: Sentence;
}

/** What the candidate did that answers something they want, each deed and each wish once: the job's tasks first, then requirements, then values. */
export const storiesToTell: SectionSelector = (evidence) => {
  const deeds = (evidence.resume?.achievements ?? []).filter(({ text }) => asDeed(text) !== undefined);
  const told = new Set<string>();
  const stories: Story[] = [];
  for (const wanted of wantedBy(evidence)) {
    const deed = answerTo(
      wanted,
      deeds.filter(({ text }) => !told.has(text)),
      evidence,
    );
    if (!deed || stories.length === MAX_STORIES) continue;
    told.add(deed.text);
    stories.push({ ...wanted, deed });
  }
  const figures = deeds
    .filter(({ text }) => !told.has(text) && hasFigure(text))
    .slice(0, Math.max(0, MIN_STORIES - stories.length));
  return [...stories.map(storyClaim), ...figures.map(figureClaim)];
};

function wantedBy(evidence: Evidence): Wanted[] {
  return [
    ...(evidence.job?.tasks ?? []).map((sentence) => ({ sentence, why: 'the job includes' })),
    ...(evidence.job?.requirements ?? []).map((sentence) => ({ sentence, why: 'they ask for' })),
    ...valuesOf(evidence).map(({ sentence }) => ({ sentence, why: 'they say' })),
  ];
}

/** The deed that shares most with what is wanted, or that the match of requirements found for it. */
function answerTo(
  { sentence }: Wanted,
  deeds: readonly Sentence[],
  { matches, words }: Evidence,
): Sentence | undefined {
  const match = matches.find(
    ({ requirement }) => requirement.passage === sentence.passage && requirement.start === sentence.start,
  );
  return (
    words.best(sentence.text, deeds)?.line ??
    deeds.find(({ text }) => match?.evidence.some((line) => line.text === text))
  );
}

function storyClaim({ deed, sentence, why }: Story): DraftClaim {
  return inferred(`Tell how you ${asDeed(deed.text)}: ${why} ${clipped(sentence.text)}.`, [deed, sentence]);
}

function figureClaim(deed: Sentence): DraftClaim {
  return inferred(`Tell how you ${asDeed(deed.text)}: a result with a figure is what people remember.`, [deed]);
}
