import type { Passage, SourceWithPassages } from '../../../contracts/index.ts';
import { ConfigurationError, ModelOutputInvalidError } from '../../../contracts/index.ts';
import type { DraftSection } from '../brief-writer.ts';
import { converseOnSections, labelOf } from './converse-sections.ts';
import { draftOfAnswer } from './draft-of-answer.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { sourceBlock } from './prompt/source-block.ts';
import { userTurn } from './prompt/user-turn.ts';
import { readAnswer } from './read-answer.ts';
import type { SectionGroup } from './section-groups.ts';
import { selectPassages } from './select-passages.ts';
import type { WritingJob } from './writing-job.ts';

/** What may still be tried for a group: each once, so that the number of calls is bounded (two, with halves four, with less input twice that). */
interface Tries {
  readonly halve: boolean;
  readonly shrink: boolean;
  readonly input_tokens: number;
}

/**
 * Has the sections of a group written: one call, one more to repair an answer that cannot be used, two of half the sections when the answer gets too
 * long, and once with half the sources when they are too long. Throws the declared errors of `BriefWriter`, `ConfigurationError` when half is still too long.
 */
export async function writeSections(job: WritingJob, group: SectionGroup): Promise<DraftSection[]> {
  return attempt(job, group, { halve: true, shrink: true, input_tokens: job.settings.input_tokens });
}

async function attempt(job: WritingJob, group: SectionGroup, tries: Tries): Promise<DraftSection[]> {
  const sources = selectPassages(job.request.sources, job.request.analysis, group, tries.input_tokens);
  job.log.sent(sources);
  const { sections } = group;
  const given = passagesOf(sources);
  const question = { sections, given, asked: userTurn(job.request, sections, sources) };
  const { stop, text } = await converseOnSections(job, question, canHalve(group, tries));
  if (stop === 'output_too_long') return inHalves(job, group, tries);
  if (stop === 'input_too_long') return withLess(job, group, sources, tries);
  return draftOfAnswer(readAnswer(text, sections, given).answer ?? { sections: [] }, given);
}

function canHalve({ sections }: SectionGroup, { halve }: Tries): boolean {
  return halve && sections.length > 1;
}

async function inHalves(job: WritingJob, group: SectionGroup, tries: Tries): Promise<DraftSection[]> {
  const { sections } = group;
  if (!canHalve(group, tries))
    throw new ModelOutputInvalidError(
      `${labelOf(job)} wrote more than ${job.settings.max_output_tokens_per_section} tokens a section for ${sections.join(', ')}.`,
      { remedy: 'Allow more output tokens a section, or have the model think less.' },
    );
  const middle = Math.ceil(sections.length / 2);
  const once = { ...tries, halve: false };
  const first = await attempt(job, { ...group, sections: sections.slice(0, middle) }, once);
  const second = await attempt(job, { ...group, sections: sections.slice(middle) }, once);
  return [...first, ...second];
}

async function withLess(
  job: WritingJob,
  group: SectionGroup,
  sources: readonly SourceWithPassages[],
  tries: Tries,
): Promise<DraftSection[]> {
  const used = sources.reduce((sum, source) => sum + estimateTokens(sourceBlock(source)), 0);
  if (!tries.shrink)
    throw new ConfigurationError(`About ${used} tokens of sources are more than ${labelOf(job)} takes in.`, {
      remedy: 'Configure fewer input tokens, or a model with a larger context window.',
    });
  return attempt(job, group, { ...tries, shrink: false, input_tokens: Math.floor(used / 2) });
}

function passagesOf(sources: readonly SourceWithPassages[]): ReadonlyMap<string, Passage> {
  return new Map(sources.flatMap(({ passages }) => passages.map((passage) => [passage.passage_id, passage] as const)));
}
