import { splitWords } from '../../text/words.ts';
import { opensWithPastVerb } from './achievements.ts';
import { findTechnologies } from './find-technologies.ts';

/** Verbs that tasks in job descriptions open with. */
const TASK_VERBS = new Set(
  (
    'accelerate act adapt address administer advise advocate align analyze analyse apply architect assess assist audit automate balance brief bring build champion coach collaborate communicate compile complete ' +
    'conduct configure consult contribute convert coordinate craft create cultivate curate cut debug define deliver demonstrate deploy design detect determine develop diagnose direct document draft drive educate enable engage engineer ' +
    'enhance ensure establish estimate evaluate evolve execute expand explore extend facilitate find fix forecast foster gather generate grow guide handle help hire identify implement improve increase influence innovate inspect install ' +
    'integrate introduce investigate join keep launch lead leverage liaise listen lower maintain make manage map measure mentor migrate model monitor negotiate operate optimize optimise organize organise oversee own participate partner perform ' +
    'pioneer plan prepare present prioritize prioritise process produce promote propose prototype provide publish raise recommend recruit reduce refactor refine report represent research resolve review run safeguard scale schedule secure sell serve set shape ' +
    'ship simplify solve source spearhead standardize steer streamline strengthen supervise support sustain take teach test track train transform translate troubleshoot turn understand update upgrade use validate work write'
  ).split(' '),
);

/** A task as an infinitive without "to" ("lead the move of …"), when it opens with a verb; undefined when it cannot be said that way. */
export function asInfinitive(task: string): string | undefined {
  const first = splitWords(task)[0]?.text ?? '';
  return TASK_VERBS.has(first.toLowerCase()) && /^[A-Z][a-z]+$/.test(first)
    ? withoutEnd(first.toLowerCase() + task.slice(first.length))
    : undefined;
}

/** Whether words end in "customers use" or "countries work": a plural and its verb, which part-of-speech models take for two nouns. */
export function endsInVerb(words: string): boolean {
  const [before = '', last = ''] = words.split(' ').slice(-2);
  return /[^s]s$/.test(before) && TASK_VERBS.has(last);
}

/** An achievement as it follows "how you" ("cut the costs by half"), when it opens with a past verb. */
export function asDeed(achievement: string): string | undefined {
  const first = splitWords(achievement)[0]?.text ?? '';
  const isPassive = /^ by\b/.test(achievement.slice(first.length));
  return opensWithPastVerb(achievement) && achievement.startsWith(first) && !isPassive
    ? withoutEnd(first.toLowerCase() + achievement.slice(first.length))
    : undefined;
}

/** A text without the marks that end a sentence. */
export function withoutEnd(text: string): string {
  return text.replace(/[.;:,\s]+$/u, '').trimStart();
}

/** Longest text that is quoted inside a sentence, in words. */
const MAX_CLIP_WORDS = 26;

/** A text in quotation marks; a long one ends at a comma or word with an ellipsis. */
export function clipped(text: string): string {
  const words = splitWords(text);
  const last = words[MAX_CLIP_WORDS - 1];
  if (words.length <= MAX_CLIP_WORDS || !last) return `“${withoutEnd(text)}”`;
  const head = text.slice(0, last.end);
  const comma = Math.max(head.lastIndexOf(', '), head.lastIndexOf('; '));
  return `“${withoutEnd(comma > head.length / 2 ? head.slice(0, comma) : head)} …”`;
}

/** A technology as a text spells it, so that it stands in the quote letter for letter. */
export function spelledIn(text: string, technology: string): string {
  const mention = findTechnologies(text).find(({ name }) => name === technology);
  return mention ? text.slice(mention.start, mention.end) : technology;
}

/** "A", "A and B", "A, B and C" */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}
