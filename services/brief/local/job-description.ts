import type { Passage, Source, SourceWithPassages } from '../../../contracts/index.ts';
import { splitWords } from '../../text/words.ts';
import { technologyNames } from './find-technologies.ts';
import type { JobPart } from './job-headings.ts';
import { jobPartOf } from './job-headings.ts';
import { asInfinitive } from './phrases.ts';
import type { Requirement } from './requirement.ts';
import { requirementOf } from './requirement.ts';
import { withoutRunOn } from './run-on.ts';
import type { Sentence } from './sentence.ts';
import { sentencesOf, wholeOf } from './sentence.ts';

/** A line of a job description and the part it stands in. */
export interface JobLine extends Sentence {
  readonly part: JobPart | 'other';
}

/** A job description, understood as far as it plainly can be. */
export interface JobDescription {
  readonly source: Source;
  readonly requirements: readonly Requirement[];
  /** What the person will do. */
  readonly tasks: readonly JobLine[];
  /** How they hire, when it says so. */
  readonly process: readonly JobLine[];
  readonly lines: readonly JobLine[];
}

/** Signs of a requirement in a text without headings. */
const REQUIREMENT_CUE =
  /\b(?:experience (?:with|in|of)|(?:\d\+?|one|two|three|four|five|six|seven|eight|ten|several) years?\b|years?['’]? of experience|proficien|knowledge of|familiar|fluen|degree|ability to|must have|you have|understanding of|expertise|skilled|comfortable with|track record)/i;
/** What the reader of a text without headings is taken to have, know or be. */
const READER_CUE =
  /^you(?:['’](?:ve|re)| (?:have|are|know|care|can|live|understand|enjoy|speak|write|think|should (?:have|be)))\b(?! (?:responsible|in charge|joining|not alone|entitled|eligible|paid))|^(?:du (?:hast|bist|kannst|sprichst|bringst)|sie (?:haben|verfügen|sprechen|bringen)|vous (?:avez|êtes|maîtrisez|connaissez|savez|parlez))(?!\p{L})/iu;
/** What a sentence says is welcome, wherever it stands. */
const WELCOME_CUE =
  /\bbonus points\b|\b(?:is|are|would be|counts? as) an? (?:big |huge |real |definite )?(?:plus|bonus|advantage)\b|nice to have|\b(?:helps(?: a lot)?|is (?:very )?welcome|(?:is|are) desirable)[.!]?$|\b(?:particularly|especially|also) (?:like|love|welcome)\b|\bwould be (?:useful|helpful|great|nice|welcome|good)\b|ist von vorteil|(?:est|serait|sont) un (?:plus|atout)/i;
/** A line that says what the job pays. */
const PAY_LINE =
  /(?=.*\b(?:salar(?:y|ies)|(?:base|annual) pay|pay range|we pay|gross|gehalt|brutto?|salaire|rémunération|salario|sueldo)\b)(?=.*(?:\p{Sc}\s?\d|\d\s?k?\s?\p{Sc}|\d\s?(?:EUR|USD|GBP|CHF)\b))/iu;
const NICE_CUE = /nice to have|\ba plus\b|bonus|preferred|advantage|desirable|ideally|von vorteil|un plus/i;

const MIN_REQUIREMENT_WORDS = 1;
const MAX_REQUIREMENT_WORDS = 60;

/** Reads a job description: its parts by their headings, its requirements from the lists under them, or without headings from sentences that sound like one. */
export function readJobDescription({ source, passages }: SourceWithPassages): JobDescription {
  const lines = linesOf(source, passages);
  return {
    source,
    requirements: requirementsOf(lines),
    tasks: tasksOf(lines),
    process: lines.filter((line) => line.part === 'process'),
    lines,
  };
}

function linesOf(source: Source, passages: readonly Passage[]): JobLine[] {
  const lines: JobLine[] = [];
  let part: JobPart | 'other' = 'other';
  let opened: JobLine[] = [];
  let headed = false;
  for (const [index, passage] of passages.entries()) {
    const before_list = passages[index + 1]?.kind === 'list_item';
    const heading = openedBy(passage, before_list, opened, headed);
    if (before_list && partsList(heading, part, opened)) continue;
    if (heading) {
      part = heading;
      opened = [];
      headed = passage.kind === 'heading' && heading !== 'other';
      if (passage.kind === 'heading' || heading !== 'other') continue;
    }
    const { label, pieces } = piecesOf(source, passage);
    part = label ?? part;
    const read = pieces.map((piece) => ({ ...piece, part: runInPart(pieces[0]?.text ?? '') ?? part }));
    opened.push(...read);
    lines.push(...read);
  }
  return lines;
}

/** Whether a heading that says nothing by itself, right under one of this part and over a list, parts its list further: "Your role", then "Backend". */
function partsList(
  heading: JobPart | 'other' | undefined,
  part: JobPart | 'other',
  opened: readonly JobLine[],
): boolean {
  return heading === 'other' && opened.length === 0 && (part === 'tasks' || part === 'must' || part === 'nice');
}

/** The part that a passage opens after the lines of the one before, `headed` when a heading opened that; "other" where it ends without a new one. */
function openedBy(
  passage: Passage,
  before_list: boolean,
  opened: readonly JobLine[],
  headed: boolean,
): JobPart | 'other' | undefined {
  const found = headingOf(passage, before_list) ?? (endsPart(passage, opened) ? 'other' : undefined);
  return headed && !before_list && isEntry(passage, found, opened) ? undefined : found;
}

/** The entries or sentences of a passage; of a list in one line the first may be its heading: "Required • SQL • Python". */
function piecesOf(
  source: Source,
  passage: Passage,
): { label: JobPart | 'other' | undefined; pieces: readonly Sentence[] } {
  if (passage.kind === 'list_item') return { label: undefined, pieces: [withoutRunOn(wholeOf(source, passage))] };
  const pieces = sentencesOf(source, passage).map(withoutRunOn);
  const label = pieces.length > 1 ? jobPartOf(pieces[0]?.text ?? '', false) : undefined;
  return { label, pieces: label ? pieces.slice(1) : pieces };
}

/**
 * Whether a passage under a heading is an entry of a list that lost its bullets: a short line without a mark at its end, which would open no part but one of those that begin with words of requirements and
 * tasks, such as "Experience in health care".
 */
function isEntry({ kind, text }: Passage, found: JobPart | 'other' | undefined, opened: readonly JobLine[]): boolean {
  if (kind !== 'paragraph' || opened.some((line) => line.passage.kind === 'list_item')) return false;
  if (PLAIN_HEADING.test(text)) return false;
  const is_doubtful = found === 'must' || found === 'tasks' || found === 'company' || found === 'other';
  return is_doubtful && splitWords(text).length <= MAX_ENTRY_WORDS && !/[.:;!?]$/.test(text);
}

/** What no entry of a list says, since it names or leads to one. */
const PLAIN_HEADING =
  /^(?:(?:minimum|basic|preferred|required|desired|key|core|job|additional|other|technical|educational) )*(?:requirements|qualifications|responsibilities|skills|duties)$|\bif(?: you(?:['’]ve)?)?$/i;

/** Words of an entry: "3+ years in customer success or account management" has eight. */
const MAX_ENTRY_WORDS = 12;

/** The part that a passage opens. An entry of a list opens none, and what names a technology is an entry whatever it looks like. */
function headingOf({ kind, text }: Passage, before_list: boolean): JobPart | 'other' | undefined {
  if (kind === 'heading') return jobPartOf(text, true);
  return kind === 'list_item' || technologyNames(text).length > 0 ? undefined : jobPartOf(text, false, before_list);
}

/** Where extractors mark no headings, a part ends at prose after its list, or at a line much shorter than its lines that looks like a heading. */
function endsPart(passage: Passage, opened: readonly JobLine[]): boolean {
  if (passage.kind !== 'paragraph' || opened.length === 0 || BULLETED.test(passage.text)) return false;
  if (opened.some((line) => line.passage.kind === 'list_item' || line.start > 0)) return true;
  if (opened.length >= MIN_UNMARKED_ENTRIES && isProse(passage.text) && !opened.some(({ text }) => /[.!?]$/.test(text)))
    return true;
  const words = splitWords(passage.text).length;
  const usual = opened.reduce((sum, { text }) => sum + splitWords(text).length, 0) / opened.length;
  return words <= MAX_PLAIN_HEADING_WORDS && words * 2 < usual && !/[.,;]$/.test(passage.text);
}

/** Entries without a mark at their end that make a list which lost its bullets. */
const MIN_UNMARKED_ENTRIES = 2;

/** Whether a passage is told in sentences, longer than an entry. */
function isProse(text: string): boolean {
  return /[.!?]$/.test(text) && splitWords(text).length > MAX_ENTRY_WORDS;
}

const BULLETED = /^[-–—*•·▪◦‣]/u;
const MAX_PLAIN_HEADING_WORDS = 6;

/** The part that a label at the start of a paragraph opens: "Skills: DAX, Python". */
function runInPart(text: string): JobPart | undefined {
  const label = /^([\p{L} '’/&-]{3,40}):\s+\S/u.exec(text)?.[1];
  const part = label === undefined ? undefined : jobPartOf(`${label}:`, false);
  return part === 'other' ? undefined : part;
}

/** The tasks: the lists under their headings and what "you will" do, without lists also sentences that begin with a verb; only without either whatever is said under such a heading. */
function tasksOf(lines: readonly JobLine[]): JobLine[] {
  const all = lines.filter((line) => line.part === 'tasks' && !isTitle(line.text));
  const listed = all.filter(({ passage }) => passage.kind === 'list_item' || INLINE_MARK.test(passage.text));
  const told = lines.filter(({ part, text }) => (part === 'other' || part === 'tasks') && YOU_WILL.test(text));
  const ordered = listed.length > 0 ? listed : all.filter(({ text }) => asInfinitive(text) !== undefined);
  const chosen = new Set([...ordered, ...told]);
  return listed.length > 0 || told.length > 0 ? lines.filter((line) => chosen.has(line)) : all;
}

/** A mark of a list that was pasted into one line. */
const INLINE_MARK = /(?:^|\s)[•▪◦‣]\s/u;

const YOU_WILL =
  /^(?:(?:in|as|on|with|every|each|together|day to day)\b[^.!?]{0,60}? )?you(?:['’]ll| will) (?:also )?(?!have|need|bring|get|receive|enjoy|love|find|be (?:an? (?:great|good|strong) (?:fit|match)|paid|eligible|joining|part))\p{L}/iu;

/** A heading inside a list, no task: every word with a capital, and no verb of a task in front: "Data Pipelines & Modeling". */
function isTitle(text: string): boolean {
  return /^\p{Lu}[\p{L}-]*(?:,? (?:&|and|of|\p{Lu}[\p{L}-]*))+$/u.test(text) && asInfinitive(text) === undefined;
}

/** A line under an asterisk explains the list and asks for nothing. */
const FOOTNOTE = /^\\?\*+\p{L}/u;

function requirementsOf(lines: readonly JobLine[]): Requirement[] {
  const marked = lines.filter(({ part }) => part === 'must' || part === 'nice');
  const chosen =
    marked.length > 0
      ? marked
      : lines.filter(({ part, text }) => (part === 'other' || part === 'tasks') && asksFor(text));
  return chosen
    .filter(({ text }) => {
      const words = splitWords(text).length;
      return (
        words >= MIN_REQUIREMENT_WORDS &&
        words <= MAX_REQUIREMENT_WORDS &&
        !FOOTNOTE.test(text) &&
        !PAY_LINE.test(text) &&
        /[\p{L}]{2}/u.test(text)
      );
    })
    .map((line) =>
      requirementOf(
        line,
        line.part === 'nice' || NICE_CUE.test(line.text) || WELCOME_CUE.test(line.text) ? 'nice' : 'must',
      ),
    );
}

/** Whether a sentence outside any list sounds like something that is asked for. */
function asksFor(text: string): boolean {
  return REQUIREMENT_CUE.test(text) || READER_CUE.test(text) || WELCOME_CUE.test(text);
}
