import type { EntityType } from '../../../contracts/index.ts';
import { isCompanyForm } from '../merge/company-form.ts';
import { isLegalForm, nameKey, withoutLegalForms } from '../merge/legal-forms.ts';
import {
  BUSINESS_WORDS,
  COMMON_ACRONYMS,
  EVENT_HEADS,
  ORGANIZATION_HEADS,
  ORGANIZATION_OPENERS,
} from '../word-lists.ts';
import { isTitleHead } from './job-titles.ts';
import type { TitleBeside } from './name-context.ts';
import { leadBefore } from './name-leads.ts';
import type { NameKnowledge, NameRun } from './name-runs.ts';
import type { PersonSupport } from './person-names.ts';
import { isPlainFirstName, personScore } from './person-names.ts';
import { hasLetters, isAcronym, isCoined } from './words.ts';

/** What a run names, and how sure that is. */
export interface TypedName {
  readonly type: EntityType;
  readonly score: number;
  readonly needsFullerName?: boolean;
}

/** What a rule may look at beside the run. */
export interface NameEvidence extends NameKnowledge {
  /** {@link nameKey} of the company that the run is about. */
  readonly companyKey: string;
  readonly title: TitleBeside | undefined;
  readonly isPage: boolean;
  readonly isResume: boolean;
  readonly language: string;
}

type Rule = (run: NameRun, evidence: NameEvidence) => TypedName | undefined;

const organization = (score: number): TypedName => ({ type: 'ORGANIZATION', score });

const lastWord = (run: NameRun): string => run.words.findLast(hasLetters)?.lower ?? '';

const isCompany: Rule = (run, { companyKey }) => (isCompanyForm(run.form, companyKey) ? organization(0.99) : undefined);

const isProductOfCompany: Rule = (run, { companyKey }) => {
  const key = nameKey(run.form);
  const isOwn = key.startsWith(`${companyKey} `) || key.startsWith(`${companyKey.split(' ')[0]} `);
  const rest = run.words.slice(1).filter(hasLetters);
  return isOwn &&
    !hasLegalForm(run) &&
    rest.some(({ lower }) => !BUSINESS_WORDS.has(lower)) &&
    !ORGANIZATION_HEADS.has(lastWord(run))
    ? { type: 'COMMERCIAL_ITEM', score: 0.8 }
    : undefined;
};

const isEvent: Rule = (run) =>
  run.words.length > 1 && EVENT_HEADS.has(lastWord(run)) ? { type: 'EVENT', score: 0.7 } : undefined;

const isPerson: Rule = (run, evidence) => {
  const score = personScore(run, 'none', evidence) || personScore(run, supportOf(run, evidence), evidence);
  return score > 0 ? { type: 'PERSON', score } : undefined;
};

/** Beside a title on a resume stands an employer as often as a person. */
function supportOf(run: NameRun, evidence: NameEvidence): PersonSupport {
  if (opensResume(run, evidence)) return 'resume';
  return evidence.title !== undefined && !evidence.title.isListed && evidence.isPage ? 'title' : 'none';
}

/** A resume begins with its owner's name, on a line of its own. */
function opensResume({ read, first, last }: NameRun, { isResume }: NameEvidence): boolean {
  return isResume && read.passage.passage_id.endsWith('.1') && first === 0 && last === read.words.length - 1;
}

const isNamedOrganization: Rule = (run, { models }) => {
  if (hasLegalForm(run)) return organization(0.95);
  const [first, second] = run.words;
  if (
    run.words.length > 1 &&
    ORGANIZATION_HEADS.has(lastWord(run)) &&
    !run.words.every(({ lower }) => BUSINESS_WORDS.has(lower))
  )
    return organization(0.8);
  if (first && ORGANIZATION_OPENERS.has(first.lower) && second?.lower === 'of') return organization(0.85);
  return models.tagsOf(run.form.toLowerCase()).includes('Organization') &&
    (run.words.length > 1 || !COMMON_ACRONYMS.has(run.form.toLowerCase()))
    ? organization(0.85)
    : undefined;
};

/** Abbreviations of regions ("VA", "Que") are other words as often; of short names only those of countries and cities in capitals count. */
const isPlace: Rule = (run, { models }) => {
  const isPlaceName = models.tagsOf(run.form.toLowerCase()).some((tag) => /^(?:City|Country|Region|Place)$/.test(tag));
  return isPlaceName && (run.form.length > 3 || /^(?:UK|USA|UAE|NYC)$/.test(run.form))
    ? { type: 'LOCATION', score: 0.9 }
    : undefined;
};

/** "Jane", "Jane D.": who that is a fuller name must tell. */
const isPartOfPerson: Rule = (run, evidence) => {
  const names = run.words.filter(({ text }) => /\p{L}{2}/u.test(text));
  const [first] = names;
  return names.length === 1 && first && isPlainFirstName(first.lower, evidence)
    ? { type: 'PERSON', score: 0.6, needsFullerName: true }
    : undefined;
};

/** Whether a run has a word that is neither ordinary nor of the business, or, in running text, only words that are always capitalized. */
function standsOut(run: NameRun, { vocabulary }: NameEvidence): boolean {
  const words = run.words.filter(hasLetters);
  if (words.some(({ lower }) => COMMON_ACRONYMS.has(lower))) return false;
  if (words.some(({ lower }) => !vocabulary.isCommon(lower) && !BUSINESS_WORDS.has(lower))) return true;
  return words.every(
    ({ lower }) => vocabulary.isAlwaysCapitalized(lower) && !BUSINESS_WORDS.has(lower) && !/s$/.test(lower),
  );
}

const isLedIn: Rule = (run, evidence) => {
  const lead = run.capitalTells && standsOut(run, evidence) ? leadBefore(run) : undefined;
  if (lead === 'organization') return organization(0.65);
  const isCommon = run.words.every(({ lower }) => evidence.vocabulary.isCommon(lower));
  return lead === 'place' && !isCommon && !run.words.some(isCoined) ? { type: 'LOCATION', score: 0.7 } : undefined;
};

/** On a resume, what stands beside a job title and is no person is where the job was. */
const isEmployer: Rule = (run, evidence) =>
  evidence.title && !evidence.isPage && standsOut(run, evidence) ? organization(0.6) : undefined;

/** Words of the longest name in a label; longer ones are several names in a row. */
const MAX_LABEL_WORDS = 4;

const isCoinedName: Rule = (run) => {
  if (run.words.length === 1 && run.words.every(isAcronym)) {
    const isCommon =
      COMMON_ACRONYMS.has(run.form.toLowerCase().replace(/s$/, '')) || COMMON_ACRONYMS.has(run.form.toLowerCase());
    return isCommon || run.form.length > 6 ? undefined : { type: 'OTHER', score: 0.5 };
  }
  const isTooLong = run.read.isDisplay && run.words.length > MAX_LABEL_WORDS;
  return !isTooLong && run.words.some((word) => isCoined(word) && !isAcronym(word))
    ? { type: 'COMMERCIAL_ITEM', score: 0.75 }
    : undefined;
};

/** Nouns of quality and action ("Retention", "Ownership") are capitalized for weight, not because they name. */
const ABSTRACT = /(?:tion|sion|ment|ness|ity|ance|ence|ship|ing|ive|al|ism|logy|ics)s?$/;

/**
 * What else is capitalized where it need not be: a product, a technology, a brand. In languages that capitalize every noun, and at the start of sentences in
 * those whose ordinary words we do not know, that tells nothing.
 */
const isProperNoun: Rule = (run, evidence) => {
  const { language, models } = evidence;
  const words = run.words.filter(hasLetters);
  const [first] = words;
  if (!first || CAPITALIZED_NOUNS.has(language) || (language !== 'en' && language !== 'und' && !run.capitalTells))
    return undefined;
  if ((run.read.isDisplay && words.length > MAX_LABEL_WORDS) || !standsOut(run, evidence)) return undefined;
  if (words.some(({ lower }) => !evidence.vocabulary.isCommon(lower)))
    return { type: 'COMMERCIAL_ITEM', score: run.capitalTells ? 0.65 : 0.5 };
  const isQuality =
    ABSTRACT.test(first.lower) ||
    models.tagsOf(first.lower).some((tag) => /^(?:Adjective|Infinitive|Gerund|Adverb)$/.test(tag));
  return words.length > 1 || (run.capitalTells && !isQuality) ? { type: 'COMMERCIAL_ITEM', score: 0.5 } : undefined;
};

const CAPITALIZED_NOUNS = new Set(['de', 'lb']);

/** In order: the first rule that speaks decides. */
const RULES: readonly Rule[] = [
  isCompany,
  isProductOfCompany,
  isEvent,
  isNamedOrganization,
  isPlace,
  isPerson,
  isPartOfPerson,
  isLedIn,
  isEmployer,
  isCoinedName,
  isProperNoun,
];

/** Says what a run names; undefined when nothing makes it likely enough, or when it is a job ("Marketing Managers"). */
export function typeOf(run: NameRun, evidence: NameEvidence): TypedName | undefined {
  if (isTitleHead(lastWord(run).replace(/s$/, ''))) return undefined;
  for (const rule of RULES) {
    const typed = rule(run, evidence);
    if (typed) return typed;
  }
  return undefined;
}

function hasLegalForm({ form, words }: NameRun): boolean {
  return words.length > 1 && isLegalForm(words.at(-1)?.text ?? '') && withoutLegalForms(form) !== form;
}
