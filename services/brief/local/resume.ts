import type { Passage, Source, SourceWithPassages } from '../../../contracts/index.ts';
import { findPlace } from '../../documents/structure/find-place.ts';
import { TITLE } from '../../documents/structure/title-words.ts';
import type { DateRange } from '../../text/date-ranges.ts';
import { findDateRanges } from '../../text/date-ranges.ts';
import { achievementsOf } from './achievements.ts';
import { technologyNames } from './find-technologies.ts';
import type { ResumeLine, ResumePart } from './resume-line.ts';
import { withoutRunOn } from './run-on.ts';
import type { Sentence } from './sentence.ts';
import { sentencesOf, wholeOf } from './sentence.ts';

/** A dated position: the line that bears the dates, and the lines until the next one. */
export interface ResumeRole {
  readonly header: ResumeLine;
  readonly range: DateRange;
  readonly lines: readonly ResumeLine[];
}

/** A resume, understood as far as it plainly can be. */
export interface Resume {
  /** Without references: what other people do is nothing the candidate did. */
  readonly lines: readonly ResumeLine[];
  readonly roles: readonly ResumeRole[];
  /** When the candidate studied. */
  readonly studies: readonly DateRange[];
  /** What the candidate did, best told first. */
  readonly achievements: readonly Sentence[];
  /** The lines that name each technology, those of positions and projects before lists of skills. */
  readonly skills: ReadonlyMap<string, readonly ResumeLine[]>;
}

const PARTS: readonly (readonly [ResumePart, RegExp])[] = [
  ['references', /^(?:references?|referees?|referenzen|références|referencias)\b/i],
  [
    'experience',
    /^(?:(?:work|professional|relevant|employment|career|industry|academic|clinical|teaching|research|military|volunteer|other|additional|selected|leadership) )*(?:experiences?|employment|history|positions|appointments)\b|^career$|^(?:career (?:path|progression|to date)|(?:work|professional|employment|career) background|where i(?:['’]ve| have) worked)$|^(?:(?:praktische |relevante )?(?:berufs)?erfahrung|(?:beruflicher )?werdegang|berufliche|berufspraxis|expérience|parcours professionnel|experiencia|trayectoria|esperienz|werkervaring|ervaring)/i,
  ],
  [
    'education',
    /^(?:education|academic|studies|degrees?\b|schooling|qualifications|certifications?|ausbildung|bildung|studium|formation|formación|diplômes?\b|études\b|estudios\b|titulación|educación|istruzione|opleiding|formação)\b/i,
  ],
  [
    'skills',
    /^(?:(?:technical|core|key|it|professional|computer|software|other) )*(?:skills|skillset|proficienc|toolbox|toolkit|tech stack|technologies|tools|competenc|expertise|languages|kenntnisse|fähigkeiten|compétences|habilidades|competenze|vaardigheden)\b/i,
  ],
  [
    'projects',
    /^(?:(?:personal|selected|side|key|open[- ]source) )*(?:projects?|publications?|talks|open[- ]source|projekte|projets|proyectos)\b/i,
  ],
  [
    'summary',
    /^(?:(?:professional |executive |career )?(?:summary|profile|objective)|about(?: me)?|objective|profil|zusammenfassung|résumé|resumen|perfil)\b/i,
  ],
];

/** Longest line that can be a heading, in words. */
const MAX_HEADING_WORDS = 5;

/** Reads a resume: its parts by their headings, its positions by their dates. `today` closes open positions. */
export function readResume({ source, passages }: SourceWithPassages, today: Date): Resume {
  let part: ResumePart = 'other';
  const lines: ResumeLine[] = [];
  for (const passage of passages) {
    const opened = resumePartOf(passage.text);
    if (opened) part = opened;
    else lines.push(...piecesOf(source, passage, today).map((sentence) => ({ ...withoutRunOn(sentence), part })));
  }
  const own = lines.filter((line) => line.part !== 'references');
  const roles = rolesOf(own, today);
  const studies = own.filter((line) => line.part === 'education').flatMap(({ text }) => findDateRanges(text, today));
  return { lines: own, roles, studies, achievements: achievementsOf(own), skills: skillsOf(own) };
}

/** Longest line that bears a position's dates, in characters: title, organization, place and dates. */
const MAX_DATED_CHARACTERS = 160;

/** A line that ends or begins with dates is one piece, whatever periods the names in it have: "Engineer at Hexalink Sp. z o.o. (2019 – 2021)". */
function piecesOf(source: Source, passage: Passage, today: Date): readonly Sentence[] {
  const { text } = passage;
  const pieces = sentencesOf(source, passage);
  if (pieces.length < 2 || text.length > MAX_DATED_CHARACTERS) return pieces;
  const is_dated = findDateRanges(text, today).some(
    ({ start, end }) => start === 0 || /^[)\]]?$/.test(text.slice(end)),
  );
  return is_dated ? [wholeOf(source, passage)] : pieces;
}

/** The part of a resume that a heading opens; undefined for a line that is none, such as a title: "Project Manager". */
export function resumePartOf(text: string): ResumePart | undefined {
  const heading = text.replace(/[:\s]+$/u, '');
  const words = heading.split(/\s+/u);
  if (words.length > MAX_HEADING_WORDS || /[.,;\d]/.test(heading)) return undefined;
  if (words.length > 1 && TITLE.test(words.at(-1) ?? '')) return undefined;
  return PARTS.find(([, pattern]) => pattern.test(heading))?.[0];
}

function rolesOf(lines: readonly ResumeLine[], today: Date): ResumeRole[] {
  const hasExperience = lines.some((line) => line.part === 'experience');
  const eligible = lines.filter((line) =>
    hasExperience ? line.part === 'experience' : line.part === 'other' || line.part === 'summary',
  );
  const roles: { header: ResumeLine; range: DateRange; lines: ResumeLine[] }[] = [];
  let current: ResumeLine[] = [];
  let dates_first = false;
  for (const line of eligible) {
    const range = findDateRanges(line.text, today)[0];
    if (range) {
      dates_first ||= roles.length === 0 && current.length === 0 && isBare(line, range);
      current = isBare(line, range) && !dates_first ? takeEntryBefore(current) : [];
      roles.push({ header: line, range, lines: current });
    } else current.push(line);
  }
  return roles;
}

/** Whether a line bears dates alone. */
function isBare({ text }: ResumeLine, { start, end }: DateRange): boolean {
  return !/\p{L}/u.test(text.slice(0, start) + text.slice(end));
}

/**
 * Takes the entry that ends before its dates off the lines before: its title, its list, where it was. Designs that set the dates beside the entry are read in this order; where the
 * dates come first, something else than a place stands between the last list and them.
 */
function takeEntryBefore(lines: ResumeLine[]): ResumeLine[] {
  const isListed = ({ passage }: ResumeLine) => passage.kind === 'list_item';
  const last = lines.findLastIndex(isListed);
  const first = lines.findLastIndex((line, index) => index < last && !isListed(line));
  const ends_with_place = lines.slice(last + 1).every(({ text }) => findPlace(text) !== undefined);
  return first >= 0 && ends_with_place ? lines.splice(first) : [];
}

function skillsOf(lines: readonly ResumeLine[]): ReadonlyMap<string, readonly ResumeLine[]> {
  const skills = new Map<string, ResumeLine[]>();
  const ordered = [...lines].sort((one, other) => weight(one) - weight(other));
  for (const line of ordered) {
    for (const name of skillNames(line.text)) skills.set(name, [...(skills.get(name) ?? []), line]);
  }
  return skills;
}

/** What follows from another skill: who works with a host of Git repositories works with Git. */
const IMPLIED: Readonly<Record<string, string>> = { GitHub: 'Git', GitLab: 'Git', Bitbucket: 'Git' };

function skillNames(text: string): string[] {
  return [...new Set(technologyNames(text).flatMap((name) => [name, IMPLIED[name] ?? name]))];
}

function weight({ part }: ResumeLine): number {
  return part === 'experience' ? 0 : part === 'projects' ? 1 : part === 'summary' ? 2 : 3;
}
