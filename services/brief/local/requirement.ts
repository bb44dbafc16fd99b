import { findNumbers } from '../../text/numbers.ts';
import { technologyNames } from './find-technologies.ts';
import type { Sentence } from './sentence.ts';

/** Something that the job asks for. */
export interface Requirement extends Sentence {
  readonly need: 'must' | 'nice';
  readonly skills: readonly string[];
  /** Whether one of the skills is enough: "Go, Rust or Java", "such as". */
  readonly anySkill: boolean;
  /** Years of experience asked for. */
  readonly years?: number;
  /** Whether it asks for a degree. */
  readonly degree: boolean;
  /** The spoken language it asks for. */
  readonly language?: string;
  /** An attitude that no resume proves: better told than matched. */
  readonly soft: boolean;
}

const ANY = /\bor\b|\/|such as|e\.g\.|like\b|similar|one of|any of|including|preferably|\boder\b|\bou\b|\bo\b/i;
const DEGREE =
  /\b(?:degrees?(?! of )|bachelor|master['’]?s|b\.?sc|m\.?sc|ph\.?d|diploma|abschluss|studium|diplôme|licence|grado|título|laurea)\b/i;
const LANGUAGE =
  /\b(?:English|German|French|Spanish|Italian|Portuguese|Dutch|Swedish|Danish|Norwegian|Finnish|Polish|Japanese|Mandarin|Chinese|Korean|Arabic|Hindi|Russian|Turkish|Greek|Hebrew|Czech|Hungarian|Romanian|Ukrainian|Deutsch|Englisch|anglais|français|inglés|inglese)\b/;
const LANGUAGE_CUE =
  /fluen|native|proficien|written|spoken|speak|language|level|c1|c2|b2|verhandlungssicher|fließend|courant|excellent|good/i;
const SOFT =
  /communicat|team ?player|self[- ](?:starter|motivated|driven)|passion|curio|proactive|detail|mindset|ambigu|collaborat|interpersonal|attitude|motivat|enthusias|empath|humil|ownership|autonom|independen|problem[- ]solv|adapt|organi[sz]ed|organi[sz]ational|creativ|positive|teamf|kommunikat|resilien|initiative|storytell|sense (?:for|of)|eye for|presentation|analytical|critical think|influenc|stakeholder|judg?ment|prioriti|attention to|multitask|deadlines|work ethic|humou?r|feedback|willing|eager|love|comfortable|thrive|culture|resonat|our values/i;

/** Years beyond this are no experience asked of a person. */
const MAX_YEARS = 30;

/** Understands one line of requirements. */
export function requirementOf(line: Sentence, need: 'must' | 'nice'): Requirement {
  const skills = technologyNames(line.text);
  const years = yearsOf(line.text);
  const language =
    LANGUAGE_CUE.test(line.text) || line.text.split(/\s+/u).length <= 4 ? LANGUAGE.exec(line.text)?.[0] : undefined;
  const degree = DEGREE.test(line.text);
  const { text, start, end, passage, source } = line;
  return {
    text,
    start,
    end,
    passage,
    source,
    need,
    skills,
    degree,
    anySkill: skills.length > 1 && ANY.test(line.text),
    ...(years === undefined ? {} : { years }),
    ...(language === undefined ? {} : { language }),
    soft: SOFT.test(line.text) && skills.length === 0 && years === undefined && !degree && language === undefined,
  };
}

function yearsOf(text: string): number | undefined {
  if (!/\b(?:experience|erfahrung|expérience|experiencia|years?|yrs|jahre)\b/i.test(text)) return undefined;
  const years = findNumbers(text).filter(
    ({ counted, end }) =>
      /^(?:year|yr|jahr|ans|año|ann)/.test(counted ?? '') || /^\+? ?(?:-|–|to) ?\d+\+? ?years?/i.test(text.slice(end)),
  );
  const value = years[0]?.values[0];
  return value !== undefined && value > 0 && value <= MAX_YEARS ? value : undefined;
}
