import type { Passage, Source, SourceWithPassages } from '../../../contracts/index.ts';
import { splitWords } from '../../text/words.ts';
import type { JobPart } from './job-headings.ts';
import { jobPartOf } from './job-headings.ts';
import type { Requirement } from './requirement.ts';
import { requirementOf } from './requirement.ts';
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
  /\b(?:experience (?:with|in|of)|years?(?:['’])? (?:of )?|proficien|knowledge of|familiar|fluen|degree|ability to|must have|you have|understanding of|expertise|skilled|comfortable with|track record)/i;
const NICE_CUE = /nice to have|\ba plus\b|bonus|preferred|advantage|desirable|ideally|von vorteil|un plus/i;

const MIN_REQUIREMENT_WORDS = 1;
const MAX_REQUIREMENT_WORDS = 60;

/** Reads a job description: its parts by their headings, its requirements from the lists under them, or without headings from sentences that sound like one. */
export function readJobDescription({ source, passages }: SourceWithPassages): JobDescription {
  let part: JobPart | 'other' = 'other';
  const lines: JobLine[] = [];
  for (const passage of passages) {
    const opened = isEntry(passage) ? undefined : jobPartOf(passage.text, passage.kind === 'heading');
    if (opened) part = opened;
    else {
      const pieces = passage.kind === 'list_item' ? [wholeOf(source, passage)] : sentencesOf(source, passage);
      lines.push(...pieces.map((piece) => ({ ...piece, part })));
    }
  }
  return {
    source,
    requirements: requirementsOf(lines),
    tasks: tasksOf(lines),
    process: lines.filter((line) => line.part === 'process'),
    lines,
  };
}

/** An entry of a list, however short, is no heading: "Experience with Kafka". One that ends with a colon opens a list of its own. */
function isEntry({ kind, text }: Passage): boolean {
  return kind === 'list_item' && !text.endsWith(':');
}

/** The tasks: the lists under their headings; only without lists what is said in prose. */
function tasksOf(lines: readonly JobLine[]): JobLine[] {
  const all = lines.filter((line) => line.part === 'tasks');
  const listed = all.filter((line) => line.passage.kind === 'list_item' || line.start > 0);
  return listed.length > 0 ? listed : all;
}

function requirementsOf(lines: readonly JobLine[]): Requirement[] {
  const marked = lines.filter(({ part }) => part === 'must' || part === 'nice');
  const chosen =
    marked.length > 0
      ? marked
      : lines.filter(({ part, text }) => (part === 'other' || part === 'tasks') && REQUIREMENT_CUE.test(text));
  return chosen
    .filter(({ text }) => {
      const words = splitWords(text).length;
      return words >= MIN_REQUIREMENT_WORDS && words <= MAX_REQUIREMENT_WORDS && /[\p{L}]{2}/u.test(text);
    })
    .map((line) => requirementOf(line, line.part === 'nice' || NICE_CUE.test(line.text) ? 'nice' : 'must'));
}
