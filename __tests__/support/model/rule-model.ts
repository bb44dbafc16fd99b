import { splitSentences } from '../../../services/text/sentences.ts';
import type { PromptContent, PromptPassage } from './read-prompt.ts';

/** A claim as the double writes it. */
export interface WrittenClaim {
  readonly statement: string;
  readonly basis: string;
  readonly citations: readonly { readonly passage_id: string; readonly anchor?: string }[];
  readonly date?: string;
  readonly audience?: string;
  readonly fit?: { readonly requirement: string; readonly strength: string; readonly advice?: string };
}

/** An answer as the double writes it. */
export interface WrittenAnswer {
  readonly sections: readonly { readonly section_id: string; readonly claims: readonly WrittenClaim[] }[];
}

/** Kinds of sources that the double looks at for a section, and a word that a passage must have. */
const WHERE: Readonly<Record<string, { readonly kinds: RegExp; readonly has?: RegExp }>> = {
  what_they_do: { kinds: /home|about/ },
  products_and_customers: { kinds: /products|customers|pricing|home/ },
  leadership: { kinds: /about|team/, has: /chief|founder|\bC[ETFO]O\b|head of/i },
  culture_and_values: { kinds: /values|careers|about/ },
  recent_news: { kinds: /news/, has: /./ },
  technology: { kinds: /engineering|role|job_description/ },
  open_roles: { kinds: /careers|role/ },
};

const CLAIMS_A_SECTION = 3;
const ANCHOR_WORDS = 6;
const MIN_WORDS = 3;

/**
 * A model that follows the prompt by rules: it repeats sentences of the passages it was given, and makes advice of lines of the resume and the job
 * description. It knows nothing else, so what it writes shows what it was given.
 */
export function ruleModel({ passages, sections }: PromptContent): WrittenAnswer {
  return { sections: sections.map((section_id) => ({ section_id, claims: claimsOf(section_id, passages) })) };
}

function claimsOf(section: string, passages: readonly PromptPassage[]): WrittenClaim[] {
  const where = WHERE[section];
  if (where) return sentences(passages, where.kinds, where.has).map((found) => stated(found));
  const resume = sentences(passages, /^resume$/);
  const job = sentences(passages, /^(job_description|role)$/);
  if (/fit|stories/.test(section)) return resume.map((line, place) => match(section, line, job[place] ?? line));
  const basis = job.length > 0 ? job : sentences(passages, /./);
  return /question|risks/.test(section) ? basis.map((line) => advice(section, line)) : [];
}

interface FoundSentence {
  readonly text: string;
  readonly passage: PromptPassage;
}

function sentences(passages: readonly PromptPassage[], kinds: RegExp, has = /\w/): FoundSentence[] {
  return passages
    .filter(({ kind, text }) => kinds.test(kind) && has.test(text))
    .map((passage) => ({ passage, text: splitSentences(passage.text)[0]?.text ?? passage.text }))
    .filter(({ text }) => text.split(' ').length >= MIN_WORDS)
    .slice(0, CLAIMS_A_SECTION);
}

/** A citation of a sentence: its passage and its first words. */
function cite({ text, passage }: FoundSentence): WrittenClaim['citations'][number] {
  return { passage_id: passage.passage, anchor: text.split(' ').slice(0, ANCHOR_WORDS).join(' ') };
}

function stated(found: FoundSentence): WrittenClaim {
  const { date } = found.passage;
  return { statement: found.text, basis: 'stated', citations: [cite(found)], ...(date === undefined ? {} : { date }) };
}

function advice(section: string, found: FoundSentence): WrittenClaim {
  const audience = section === 'likely_questions' ? { audience: 'peer' } : {};
  return {
    statement: `Be ready to talk about this (${section}): “${found.text}”`,
    basis: 'inferred',
    citations: [cite(found)],
    ...audience,
  };
}

function match(section: string, line: FoundSentence, requirement: FoundSentence): WrittenClaim {
  const fit =
    section === 'fit'
      ? { fit: { requirement: requirement.text, strength: 'partial', advice: 'Tell it in two minutes.' } }
      : {};
  return {
    statement: `Your resume says for ${section}: “${line.text}”`,
    basis: 'inferred',
    citations: [cite(requirement), cite(line)],
    ...fit,
  };
}
