import { isLegalForm } from '../merge/legal-forms.ts';
import { BUSINESS_WORDS, EVENT_HEADS, HONORIFICS, NAME_PARTICLES, ORGANIZATION_HEADS } from '../word-lists.ts';
import type { NameKnowledge, NameRun } from './name-runs.ts';
import type { Word } from './words.ts';
import { hasLetters, isAcronym, isCoined } from './words.ts';

/** A run's words without a leading honorific, and whether there was one. */
export function withoutHonorific(words: readonly Word[]): {
  readonly words: readonly Word[];
  readonly hadHonorific: boolean;
} {
  const skip = words.findIndex(({ lower, text }) => !HONORIFICS.has(lower.replace(/\.$/, '')) && text !== '.');
  return { words: words.slice(Math.max(skip, 0)), hadHonorific: skip > 0 };
}

/** Most words of a person's name, particles and initials not counted. */
const MAX_PERSON_WORDS = 4;

/** What around a run says that it is a person: a job title beside it, the top of a resume, or nothing. */
export type PersonSupport = 'title' | 'resume' | 'none';

/**
 * How sure a run is a person's name, 0 when it is none. Every word must be able to stand in a name, and something must say so: a title or honorific
 * beside it, or a known first name before a word that is not an ordinary one. `support`
 * is what stands around the run: a job title beside it, or the top of a resume.
 */
export function personScore(run: NameRun, support: PersonSupport, knowledge: NameKnowledge): number {
  const { words, hadHonorific } = withoutHonorific(run.words);
  const names = words.filter((word) => hasLetters(word) && !NAME_PARTICLES.has(word.lower) && !isInitial(word));
  if (names.length === 0 || names.length > MAX_PERSON_WORDS || !names.every(canStandInName)) return 0;
  if (hadHonorific) return 0.95;
  return names.length < 2 || isPlace(words, knowledge.models) ? 0 : fullNameScore(run, names, support, knowledge);
}

function fullNameScore(
  run: NameRun,
  names: readonly Word[],
  support: PersonSupport,
  { models, vocabulary }: NameKnowledge,
): number {
  const [first, last] = [names[0]?.lower ?? '', names.at(-1)?.lower ?? ''];
  const isRareFirst = !vocabulary.isCommon(first);
  const lastTells = !vocabulary.isCommon(last) || isLastName(last, models);
  if (!isFirstName(first, models)) return lastTells && supports(support, run, isRareFirst) ? 0.9 : 0;
  if (support !== 'none') return 0.98;
  if (lastTells) return isRareFirst ? 0.95 : 0.85;
  const isGivenHere = isRareFirst || (run.capitalTells && isGiven(first, models));
  return isGivenHere && lastIsUsedAsName(run, last, vocabulary) ? 0.75 : 0;
}

/** What a first name that no dictionary knows needs; an ordinary word ("Robin") needs a line of its own besides. */
function supports(support: PersonSupport, run: NameRun, isRareFirst: boolean): boolean {
  return support === 'resume' || (support === 'title' && (isRareFirst || isWholePassage(run)));
}

/** An ordinary word is a family name where running text always capitalizes it, or on a card of its own. */
function lastIsUsedAsName(run: NameRun, last: string, vocabulary: NameKnowledge['vocabulary']): boolean {
  return vocabulary.isAlwaysCapitalized(last) || isWholePassage(run);
}

/** Whether a word is a first name and nothing else: "Jane", but not "Grace" or "Mark". */
export function isPlainFirstName(lower: string, { models, vocabulary }: NameKnowledge): boolean {
  return (
    isFirstName(lower, models) &&
    !vocabulary.isCommon(lower) &&
    !models.tagsOf(lower).some((tag) => /^(?:City|Country|Region|Organization)$/.test(tag))
  );
}

function isFirstName(lower: string, { tagsOf }: NameKnowledge['models']): boolean {
  return tagsOf(lower.split('-')[0] ?? lower).some((tag) => /^(?:FirstName|MaleName|FemaleName)$/.test(tag));
}

/** Given names proper; "Mark" and "Grace" are listed as first names only because they are words too. */
function isGiven(lower: string, { tagsOf }: NameKnowledge['models']): boolean {
  return tagsOf(lower).some((tag) => /^(?:MaleName|FemaleName)$/.test(tag));
}

function isLastName(lower: string, { tagsOf }: NameKnowledge['models']): boolean {
  return tagsOf(lower).includes('LastName');
}

function isPlace(words: readonly Word[], { tagsOf }: NameKnowledge['models']): boolean {
  return tagsOf(words.map(({ lower }) => lower).join(' ')).some((tag) => /^(?:City|Country|Region|Place)$/.test(tag));
}

function canStandInName(word: Word): boolean {
  const { lower, text } = word;
  if (!/^\p{L}[\p{L}\p{M}'’.‑-]*$/u.test(text)) return false;
  if (BUSINESS_WORDS.has(lower) || ORGANIZATION_HEADS.has(lower) || EVENT_HEADS.has(lower) || isLegalForm(text))
    return false;
  return isAcronym(word) ? text.length > 3 : !isCoined(word) || /^(?:Mc|Mac|De|Di|La|Le|Van|O['’])\p{Lu}/u.test(text);
}

function isInitial({ text }: Word): boolean {
  return /^\p{Lu}\.?$/u.test(text);
}

function isWholePassage({ read, first, last }: NameRun): boolean {
  return first === 0 && last === read.words.length - 1;
}
