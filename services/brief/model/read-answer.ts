import type { z } from 'zod';
import type { SectionId } from '../../../contracts/index.ts';
import { Answer } from './answer-contract.ts';
import { MAX_PROBLEMS_NAMED } from './limits.ts';

/** An answer that can be used, or what is wrong with it in words for the model. */
export type ReadAnswer =
  | { readonly answer: Answer; readonly problems?: never }
  | { readonly problems: readonly string[]; readonly answer?: never };

/** A set of ids, or a map by them. */
type Ids = Pick<ReadonlySet<string>, 'has'>;

/**
 * Reads what a model wrote: one JSON object, also between fences or words, that keeps to {@link Answer}, has a section that was asked for, and cites for
 * each section with claims at least one passage that was given. A single wrong id is not worth writing all anew: the claim check drops that claim.
 */
export function readAnswer(text: string, asked: readonly SectionId[], given: Ids): ReadAnswer {
  const json = parseJson(text);
  if (json === undefined) return { problems: ['It is not one complete JSON object.'] };
  const parsed = Answer.safeParse(json);
  if (!parsed.success) return { problems: parsed.error.issues.slice(0, MAX_PROBLEMS_NAMED).map(problemOf) };
  const sections = parsed.data.sections.filter(({ section_id }) => asked.includes(section_id));
  if (sections.length === 0) return { problems: [`It has none of the sections asked for: ${asked.join(', ')}.`] };
  const lost = sections.filter(({ claims }) => claims.length > 0 && !claims.some((claim) => cites(claim, given)));
  if (lost.length === 0) return { answer: { sections } };
  return { problems: lost.map(({ section_id }) => `${section_id} cites no passage_id that stands in <sources>.`) };
}

function cites({ citations }: Answer['sections'][number]['claims'][number], given: Ids): boolean {
  return citations.some(({ passage_id }) => given.has(passage_id));
}

/** Models without a schema like to put JSON between fences or after a sentence: what lies between the outermost braces counts. */
function parseJson(text: string): unknown {
  const object = text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1);
  try {
    return JSON.parse(object, (_key, value: unknown) => (value === null ? undefined : value));
  } catch {
    // Cut off or no JSON at all: the caller asks for it once more.
    return undefined;
  }
}

function problemOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.') || 'The answer'}: ${message}`;
}
