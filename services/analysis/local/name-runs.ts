import { isLegalForm } from '../merge/legal-forms.ts';
import {
  BUSINESS_WORDS,
  CALENDAR_WORDS,
  HONORIFICS,
  LANGUAGE_NAMES,
  NAME_LINKS,
  NAME_PARTICLES,
  ORGANIZATION_OPENERS,
} from '../word-lists.ts';
import { MAX_NAME_CHARACTERS, MAX_NAME_WORDS } from './limits.ts';
import type { LanguageModels } from './models.ts';
import type { ReadPassage } from './read-source.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Word } from './words.ts';
import { areGlued, hasLetters, isAcronym, isCapitalized, isCoined } from './words.ts';

/** A run of words that may be a name: `words` are those from `first` to `last` of the passage. */
export interface NameRun {
  readonly read: ReadPassage;
  readonly first: number;
  readonly last: number;
  readonly words: readonly Word[];
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Capitalized where running text need not, so the capital tells. */
  readonly capitalTells: boolean;
}

/** What telling names needs to know of words. */
export interface NameKnowledge {
  readonly models: LanguageModels;
  readonly vocabulary: Vocabulary;
  /** First word of the company's name, lower case: a name can begin with it wherever it stands. */
  readonly companyFirst: string;
}

const FUNCTION_WORD = /^(?:DET|PRON|ADP|CCONJ|SCONJ|AUX|PART|INTJ)$/;

const TIME_OR_NATION =
  /^(?:Month|WeekDay|Demonym|Duration|Pronoun|Determiner|Conjunction|Preposition|QuestionWord|Copula|Modal|Possessive|Expression)$/;

const QUALITY_OR_ACT =
  /^(?:Adjective|Comparative|Superlative|Adverb|Infinitive|Gerund|PastTense|PresentTense|Participle)$/;

/** No addresses, no paths. */
const NAME_LETTERS = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.&+#-]*$/u;

const NAME_TAG = /Name$|^(?:City|Country|Region|Place|Organization)$/;

/** Finds the runs of words in a passage that may be names, titles left out. */
export function findRuns(read: ReadPassage, knowledge: NameKnowledge): readonly NameRun[] {
  const taken = new Set(
    read.titles.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  const runs: NameRun[] = [];
  for (let index = 0; index < read.words.length; index += 1) {
    if (taken.has(index) || !canOpen(read, index, knowledge)) continue;
    const last = endOfRun(read, index, taken);
    runs.push(makeRun(read, index, last, knowledge));
    index = last;
  }
  return runs.filter(({ form }) => form.length > 1 && form.length <= MAX_NAME_CHARACTERS);
}

/** Whether a name can begin here. In labels and at the start of a sentence every word has its capital, so the word itself must tell. */
function canOpen(read: ReadPassage, index: number, knowledge: NameKnowledge): boolean {
  const word = read.words[index];
  if (!word || !isCapitalized(word) || !isNameWord(word)) return false;
  if (isCoined(word) || HONORIFICS.has(word.lower.replace(/\.$/, '')) || word.lower === knowledge.companyFirst)
    return true;
  const tags = knowledge.models.tagsOf(word.lower);
  if (tags.some((tag) => TIME_OR_NATION.test(tag))) return false;
  if (!read.isDisplay && !startsSentence(read.words, index)) return true;
  return tellsByItself(read, index, tags, knowledge) || opensCard(read, index, tags, knowledge);
}

/** A heading, or the first line, of two or three words that ends in one that is not ordinary: "Robin Castellanos". */
function opensCard(
  { passage, words }: ReadPassage,
  index: number,
  tags: readonly string[],
  { vocabulary }: NameKnowledge,
): boolean {
  const last = words.at(-1);
  if (index !== 0 || !last || words.length < 2 || words.length > 3 || tags.some((tag) => QUALITY_OR_ACT.test(tag)))
    return false;
  const stands = passage.kind === 'heading' || passage.passage_id.endsWith('.1');
  const isRare =
    !vocabulary.isCommon(last.lower) && !BUSINESS_WORDS.has(last.lower) && /^\p{Lu}\p{Ll}/u.test(last.text);
  return stands && isRare && !BUSINESS_WORDS.has(words[0]?.lower ?? '');
}

function isNameWord(word: Word): boolean {
  if (!hasLetters(word) || FUNCTION_WORD.test(word.pos) || !NAME_LETTERS.test(word.text) || /\d{4}/.test(word.text))
    return false;
  return !CALENDAR_WORDS.has(word.lower) && !LANGUAGE_NAMES.has(word.lower);
}

/** Words that stand in a dictionary of names, that running text always capitalizes, or that are not ordinary words. */
function tellsByItself(
  read: ReadPassage,
  index: number,
  tags: readonly string[],
  { models, vocabulary }: NameKnowledge,
): boolean {
  const word = read.words[index] as Word;
  if (tags.some((tag) => NAME_TAG.test(tag)) || isPlace(read.words, index, models)) return true;
  const isOrdinary = (vocabulary.isCommon(word.lower) || BUSINESS_WORDS.has(word.lower)) && !isAcronym(word);
  return !isOrdinary || (vocabulary.isAlwaysCapitalized(word.lower) && !tags.some((tag) => QUALITY_OR_ACT.test(tag)));
}

function isPlace(words: readonly Word[], index: number, { tagsOf }: LanguageModels): boolean {
  const next = words[index + 1];
  return next !== undefined && tagsOf(`${words[index]?.lower ?? ''} ${next.lower}`).some((tag) => NAME_TAG.test(tag));
}

/** Also true after a colon, a bullet, a dash or an opening quote. */
function startsSentence(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  return words[index]?.sentenceStart === true || before === undefined || /^[:•·|–—"“”‘«(*?!.]$/.test(before.text);
}

function endOfRun(read: ReadPassage, first: number, taken: ReadonlySet<number>): number {
  let last = first;
  for (let count = 1; count < MAX_NAME_WORDS; count += 1) {
    const next = nextOfRun(read, last, taken);
    if (next === undefined) break;
    last = next;
  }
  return last;
}

/** Where the run goes on after `last`: at the next word, or behind a link, particles, a hyphen or the comma before a legal form. */
function nextOfRun({ words }: ReadPassage, last: number, taken: ReadonlySet<number>): number | undefined {
  const [current, next] = [words[last], words[last + 1]];
  if (!current || !next || taken.has(last + 1) || next.sentenceStart) return undefined;
  if (isPart(next)) return last + 1;
  const target = NAME_PARTICLES.has(next.lower) ? afterParticles(words, last + 1) : last + 2;
  const after = words[target];
  if (!after || taken.has(target) || !isPart(after)) return undefined;
  const isFormBehindComma = next.text === ',' && isLegalForm(after.text);
  const isGlued = /^[-‑–.'’&]$/.test(next.text) && areGlued(current, next) && areGlued(next, after);
  const isLink = NAME_LINKS.has(next.lower) && (/^[&+]$/.test(next.text) || ORGANIZATION_OPENERS.has(current.lower));
  return isFormBehindComma || isGlued || isLink || NAME_PARTICLES.has(next.lower) ? target : undefined;
}

/** "van der Velde" has two particles, "de la Cruz" too; none has four. */
function afterParticles(words: readonly Word[], first: number): number {
  let index = first;
  while (index < first + 3 && NAME_PARTICLES.has(words[index]?.lower ?? '')) index += 1;
  return index;
}

function isPart(word: Word): boolean {
  if (/^\d{1,3}$/.test(word.text)) return true;
  return (
    isCapitalized(word) &&
    hasLetters(word) &&
    !/^(?:DET|PRON|AUX|CCONJ)$/.test(word.pos) &&
    !CALENDAR_WORDS.has(word.lower)
  );
}

function makeRun(read: ReadPassage, first: number, last: number, { models }: NameKnowledge): NameRun {
  const strayNumber = /^\d+$/.test(read.words[last]?.text ?? '') && !continuesWithNumber(read, last, models);
  return runOf(read, first, strayNumber && last > first ? last - 1 : last);
}

/** The part of a run from its `from`th word to before its `to`th. */
export function partOf(run: NameRun, from: number, to: number): NameRun {
  return runOf(run.read, run.first + from, run.first + to - 1);
}

function runOf(read: ReadPassage, first: number, last: number): NameRun {
  const words = read.words.slice(first, last + 1);
  const start = words[0]?.start ?? 0;
  const end = withFullStop(read.passage.text, words.at(-1));
  const capitalTells = !read.isDisplay && !startsSentence(read.words, first);
  return { read, first, last, words, form: read.passage.text.slice(start, end), start, end, capitalTells };
}

/** "PickBot 3" is a name, "Oslo 1,200" and "Acme 25 people" are not: a number belongs to a coined word or an acronym, with nothing countable after it. */
function continuesWithNumber({ words }: ReadPassage, last: number, { tagsOf }: LanguageModels): boolean {
  const [before, after] = [words[last - 1], words[last + 1]];
  const isPlaceName = before !== undefined && tagsOf(before.lower).some((tag) => NAME_TAG.test(tag));
  return (
    before !== undefined && !isPlaceName && (after === undefined || !/^(?:NOUN|NUM|SYM|PROPN|ADJ)$/.test(after.pos))
  );
}

/** The full stop of "Inc." and "Ltd." belongs to the name when it stands directly behind. */
function withFullStop(text: string, last: Word | undefined): number {
  const end = last?.end ?? 0;
  return last && !last.text.endsWith('.') && text[end] === '.' && /^(?:inc|ltd|corp|co)$/.test(last.lower)
    ? end + 1
    : end;
}
