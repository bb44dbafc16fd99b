import { z } from 'zod';
import type { Passage, SectionId } from '../../../contracts/index.ts';
import { GuardrailBlockedError, ModelOutputInvalidError, ModelRefusedError } from '../../../contracts/index.ts';
import type { PaidRequest } from '../../paid/paid-answers.ts';
import { answerSchema } from './answer-contract.ts';
import { CALL_DEADLINE_MS } from './limits.ts';
import type { ModelAnswer, ModelTurn, UserTurn } from './model-transport.ts';
import { repairTurns } from './prompt/repair-turns.ts';
import { RULES } from './prompt/rules.ts';
import { readAnswer } from './read-answer.ts';
import type { WritingJob } from './writing-job.ts';

/** What is asked of the model: sections, in words, with the passages that it may cite. */
export interface SectionQuestion {
  readonly sections: readonly SectionId[];
  readonly asked: UserTurn;
  readonly given: ReadonlyMap<string, Passage>;
}

/** A conversation as it is kept: one answer, or one that could not be used and its repair. */
const Conversation = z.array(
  z.object({
    text: z.string(),
    stop: z.enum(['done', 'output_too_long', 'input_too_long', 'malformed', 'guardrail_blocked', 'refused']),
    usage: z.object({ input_tokens: z.number(), output_tokens: z.number(), latency_ms: z.number() }),
  }) satisfies z.ZodType<ModelAnswer>,
);

/**
 * Asks for sections, and once more when the answer cannot be used, unless an earlier invocation of the step has asked the same and was answered. The last answer is
 * readable or says that answer or input got too long. One that is of no use is not kept, so that a repeated step asks anew.
 *
 * @param leads_on whether an answer that got too long leads to further questions
 * @throws GuardrailBlockedError, ModelRefusedError or ModelOutputInvalidError as `BriefWriter` has them
 */
export async function converseOnSections(
  job: WritingJob,
  question: SectionQuestion,
  leads_on: boolean,
): Promise<ModelAnswer> {
  const { paid } = job.request;
  const request = paidRequest(job, question);
  const kept = await paid?.find(request, Conversation);
  const answers = kept ?? (await askAndRepair(job, question));
  if (kept !== undefined) for (const answer of kept) job.log.found(question.sections, answer);
  const last = answers.at(-1);
  if (last === undefined) throw new TypeError('A conversation has an answer.');
  const isUseful = last.stop === 'output_too_long' ? leads_on : last.stop !== 'input_too_long';
  if (kept === undefined && isUseful) await paid?.keep(request, answers);
  return last;
}

async function askAndRepair(job: WritingJob, question: SectionQuestion): Promise<ModelAnswer[]> {
  const { sections, asked, given } = question;
  const first = await ask(job, sections, [asked]);
  const problems = problemsOf(first, question);
  if (problems === undefined) return [first];
  const second = await ask(job, sections, repairTurns(asked, first.text, problems));
  const remaining = problemsOf(second, { sections, asked, given });
  if (remaining === undefined) return [first, second];
  throw new ModelOutputInvalidError(
    `${labelOf(job)} wrote no usable answer for ${sections.join(', ')}, also after a repair: ${remaining.join(' ')}`,
  );
}

/** What is wrong with an answer; undefined when it can be used, or says itself what to do. */
function problemsOf({ stop, text }: ModelAnswer, { sections, given }: SectionQuestion): readonly string[] | undefined {
  if (stop === 'output_too_long' || stop === 'input_too_long') return undefined;
  return readAnswer(stop === 'malformed' ? '' : text, sections, given).problems;
}

async function ask(job: WritingJob, sections: readonly SectionId[], turns: readonly ModelTurn[]): Promise<ModelAnswer> {
  job.signal.throwIfAborted();
  const answer = await job.transport.complete({
    rules: RULES,
    turns,
    schema: answerSchema(),
    max_output_tokens: maxOutputTokens(job, sections),
    signal: AbortSignal.any([job.signal, AbortSignal.timeout(CALL_DEADLINE_MS)]),
  });
  job.log.answered(sections, answer);
  assertAnswered(job, sections, answer);
  return answer;
}

function assertAnswered(job: WritingJob, sections: readonly SectionId[], { stop }: ModelAnswer): void {
  const where = `the sections ${sections.join(', ')}`;
  if (stop === 'guardrail_blocked')
    throw new GuardrailBlockedError(`The guardrail stopped the call to ${labelOf(job)} for ${where}.`);
  if (stop === 'refused') throw new ModelRefusedError(`${labelOf(job)} declined to write ${where}.`);
}

/** Rules and settings belong to the question: after a change of either, the model is asked anew. */
function paidRequest(job: WritingJob, { sections, asked }: SectionQuestion): PaidRequest {
  const { name, model, setup } = job.transport;
  const max_output_tokens = maxOutputTokens(job, sections);
  return { service: name, question: { model, setup, rules: RULES, asked, max_output_tokens } };
}

function maxOutputTokens({ settings }: WritingJob, sections: readonly SectionId[]): number {
  return settings.max_output_tokens_per_section * sections.length;
}

/** The model's name for a message: "bedrock global.vendor.model". */
export function labelOf({ transport }: WritingJob): string {
  return `${transport.name} ${transport.model}`;
}
