import type { Passage, SectionId, SourceWithPassages } from '../../../contracts/index.ts';
import {
  ConfigurationError,
  GuardrailBlockedError,
  ModelOutputInvalidError,
  ModelRefusedError,
} from '../../../contracts/index.ts';
import type { DraftSection, WritingRequest } from '../brief-writer.ts';
import { answerSchema } from './answer-contract.ts';
import type { CallLog } from './call-log.ts';
import { draftOfAnswer } from './draft-of-answer.ts';
import { estimateTokens } from './estimate-tokens.ts';
import { CALL_DEADLINE_MS } from './limits.ts';
import type { ModelAnswer, ModelTransport, ModelTurn } from './model-transport.ts';
import type { ModelWriterSettings } from './model-writer-settings.ts';
import { repairTurns } from './prompt/repair-turns.ts';
import { RULES } from './prompt/rules.ts';
import { sourceBlock } from './prompt/source-block.ts';
import { userTurn } from './prompt/user-turn.ts';
import { readAnswer } from './read-answer.ts';
import type { SectionGroup } from './section-groups.ts';
import { selectPassages } from './select-passages.ts';

/** What all calls of one brief share. `request.sources` are without what addresses a program. */
export interface WritingJob {
  readonly request: WritingRequest;
  readonly transport: ModelTransport;
  readonly settings: ModelWriterSettings;
  readonly log: CallLog;
  readonly signal: AbortSignal;
}

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
  const outcome = await askAndRepair(job, group.sections, sources);
  if (outcome === 'output_too_long') return inHalves(job, group, tries);
  if (outcome === 'input_too_long') return withLess(job, group, sources, tries);
  return outcome;
}

async function inHalves(job: WritingJob, group: SectionGroup, tries: Tries): Promise<DraftSection[]> {
  const { sections } = group;
  if (!tries.halve || sections.length < 2)
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

async function askAndRepair(
  job: WritingJob,
  sections: readonly SectionId[],
  sources: readonly SourceWithPassages[],
): Promise<DraftSection[] | 'output_too_long' | 'input_too_long'> {
  const given = passagesOf(sources);
  const asked = userTurn(job.request, sections, sources);
  let turns: readonly ModelTurn[] = [asked];
  let problems: readonly string[] = [];
  for (const isRepair of [false, true]) {
    const answer = await ask(job, sections, turns);
    if (answer.stop === 'output_too_long' || answer.stop === 'input_too_long') return answer.stop;
    assertAnswered(job, sections, answer);
    const read = readAnswer(answer.stop === 'malformed' ? '' : answer.text, sections, given);
    if (read.answer) return draftOfAnswer(read.answer, given);
    problems = read.problems;
    if (!isRepair) turns = repairTurns(asked, answer.text, problems);
  }
  throw new ModelOutputInvalidError(
    `${labelOf(job)} wrote no usable answer for ${sections.join(', ')}, also after a repair: ${problems.join(' ')}`,
  );
}

async function ask(job: WritingJob, sections: readonly SectionId[], turns: readonly ModelTurn[]): Promise<ModelAnswer> {
  const answer = await job.transport.complete({
    rules: RULES,
    turns,
    schema: answerSchema(),
    max_output_tokens: job.settings.max_output_tokens_per_section * sections.length,
    signal: AbortSignal.any([job.signal, AbortSignal.timeout(CALL_DEADLINE_MS)]),
  });
  job.log.answered(sections, answer);
  return answer;
}

function assertAnswered(job: WritingJob, sections: readonly SectionId[], { stop }: ModelAnswer): void {
  const where = `the sections ${sections.join(', ')}`;
  if (stop === 'guardrail_blocked')
    throw new GuardrailBlockedError(`The guardrail stopped the call to ${labelOf(job)} for ${where}.`);
  if (stop === 'refused') throw new ModelRefusedError(`${labelOf(job)} declined to write ${where}.`);
}

function labelOf({ transport }: WritingJob): string {
  return `${transport.name} ${transport.model}`;
}

function passagesOf(sources: readonly SourceWithPassages[]): ReadonlyMap<string, Passage> {
  return new Map(sources.flatMap(({ passages }) => passages.map((passage) => [passage.passage_id, passage] as const)));
}
