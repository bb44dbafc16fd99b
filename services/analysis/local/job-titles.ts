import { BUSINESS_WORDS } from '../word-lists.ts';
import type { LanguageModels } from './models.ts';
import type { Word } from './words.ts';
import { hasLetters, isAcronym, isCapitalized } from './words.ts';

/** A stretch of a list of words; both ends count. */
export interface WordSpan {
  readonly first: number;
  readonly last: number;
}

const HEADS = new Set(
  (
    'officer engineer developer manager director president founder cofounder co-founder lead designer architect analyst scientist recruiter consultant principal ' +
    'chair chairman chairwoman chairperson ceo cto cfo coo cmo cpo cio ciso cro vp svp evp head administrator coordinator specialist strategist researcher ' +
    'treasurer advisor intern professor editor programmer technician accountant controller counsel marketer copywriter evangelist associate assistant ' +
    'representative owner producer planner operator executive partner'
  ).split(' '),
);

/** Heads that are a title alone; the others need a modifier ("lead" is mostly a verb). */
const ALONE = new Set(
  'ceo cto cfo coo cmo cpo cio ciso cro founder cofounder co-founder president chairman chairwoman chairperson'.split(
    ' ',
  ),
);

const MODIFIERS = new Set(
  (
    'chief vice managing senior staff lead principal junior executive general deputy assistant associate global regional interim acting co founding head technical software ' +
    'hardware product data machine learning site reliability backend back-end frontend front-end full-stack fullstack devops platform quality customer account sales ' +
    'marketing people talent human resources finance financial technology operating information security engineering operations design research program project'
  ).split(' '),
);

/** Most words before the head: "Senior Vice President Global Customer" has five. */
const MAX_MODIFIERS = 5;

/** Most words after "Head of": "Head of Data and Machine Learning" has four. */
const MAX_COMPLEMENT = 4;

/** Heads that go on with a field ("Head of Product"); after the others "of" leads to the company ("CEO of Acme"). */
const FIELD_HEADS = new Set(['head', 'director', 'vp', 'svp', 'evp', 'president', 'manager', 'professor', 'lead']);

const NEVER_MODIFIES = /^(?:DET|PRON|ADP|CCONJ|AUX|VERB|PART|INTJ)$/;

const NAME_TAG = /Name$|^(?:City|Country|Region)$/;

/**
 * Finds job titles: modifiers, a head ("Engineer", "CTO"), "of …" after it, and a second title joined to the first ("CTO & Co-Founder"). `companyFirst`,
 * the first word of the company's name in lower case, belongs to no title.
 */
export function findTitles(words: readonly Word[], models: LanguageModels, companyFirst: string): readonly WordSpan[] {
  const modifies: Modifies = (index, headCapitalized) =>
    words[index]?.lower !== companyFirst && isModifier(words, index, headCapitalized, models);
  const spans: WordSpan[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const title = titleAround(words, index, spans.at(-1)?.last ?? -1, modifies);
    if (!title) continue;
    spans.push(title);
    index = title.last;
  }
  return joined(spans, words);
}

/** Says whether the word at a place modifies a head behind it. */
type Modifies = (index: number, headCapitalized: boolean) => boolean;

function titleAround(words: readonly Word[], index: number, taken: number, modifies: Modifies): WordSpan | undefined {
  if (!isHead(words[index])) return undefined;
  let head = index;
  while (isHead(words[head + 1])) head += 1;
  const capitalized = isCapitalized(words[head] as Word);
  let first = index;
  while (first - 1 > taken && head - first < MAX_MODIFIERS && modifies(first - 1, capitalized)) first -= 1;
  const last = endOfComplement(words, head);
  const stands = first < head || (capitalized && (last > head || ALONE.has(words[head]?.lower ?? '')));
  return stands ? { first, last } : undefined;
}

function isHead(word: Word | undefined): boolean {
  return word !== undefined && isTitleHead(word.lower);
}

/** Whether a lower-case word is the last of job titles ("engineer", "cto"). */
export function isTitleHead(lower: string): boolean {
  return HEADS.has(lower);
}

/** Before a capitalized head any capitalized English word modifies that belongs to no name; before a small one only what titles are made of. */
function isModifier(words: readonly Word[], index: number, headCapitalized: boolean, models: LanguageModels): boolean {
  const word = words[index];
  if (!word || !hasLetters(word)) return false;
  if (MODIFIERS.has(word.lower)) return isCapitalized(word) || !headCapitalized;
  if (!isCapitalized(word) || !headCapitalized || NEVER_MODIFIES.test(word.pos)) return false;
  const before = words[index - 1];
  const inName = [word, ...(before && isCapitalized(before) ? [before] : [])].some(({ lower }) =>
    models.tagsOf(lower).some((tag) => NAME_TAG.test(tag)),
  );
  return !inName && (isAcronym(word) || BUSINESS_WORDS.has(word.lower) || models.isEnglishWord(word.lower));
}

function endOfComplement(words: readonly Word[], head: number): number {
  const takesField = FIELD_HEADS.has(words[head]?.lower ?? '');
  const start = !takesField
    ? undefined
    : words[head + 1]?.lower === 'of'
      ? head + 2
      : /^[es]?vp$/.test(words[head]?.lower ?? '')
        ? head + 1
        : undefined;
  if (start === undefined) return head;
  let last = start - 1;
  while (last - start + 1 < MAX_COMPLEMENT && continuesComplement(words, last + 1)) last += 1;
  return last >= start ? last : head;
}

function continuesComplement(words: readonly Word[], index: number): boolean {
  const word = words[index];
  const after = words[index + 1];
  if (!word) return false;
  if (/^(?:&|and)$/.test(word.lower)) return after !== undefined && isCapitalized(after) && isField(after);
  return isCapitalized(word) && isField(word);
}

function isField({ lower }: Word): boolean {
  return MODIFIERS.has(lower) || BUSINESS_WORDS.has(lower);
}

/** "CTO" and "Co-Founder" with "&", "and" or a comma between them are one title. */
function joined(spans: readonly WordSpan[], words: readonly Word[]): readonly WordSpan[] {
  const result: WordSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const between = before && span.first - before.last === 2 ? words[before.last + 1]?.lower : undefined;
    if (before && between !== undefined && /^(?:&|and|,|\/)$/.test(between))
      result[result.length - 1] = { first: before.first, last: span.last };
    else result.push(span);
  }
  return result;
}
