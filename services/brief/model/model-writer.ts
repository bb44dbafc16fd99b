import pLimit from 'p-limit';
import { TransientUpstreamError } from '../../../contracts/index.ts';
import type { StepLogger } from '../../step-logger.ts';
import type { BriefWriter, Draft, DraftSection, WritingRequest } from '../brief-writer.ts';
import { refusalLines, withoutInstructions } from '../without-instructions.ts';
import { createCallLog } from './call-log.ts';
import { WRITE_DEADLINE_MS } from './limits.ts';
import { meteredTransport } from './metered-transport.ts';
import type { ModelTransport } from './model-transport.ts';
import type { ModelWriterSettings } from './model-writer-settings.ts';
import { DEFAULT_MODEL_WRITER_SETTINGS } from './model-writer-settings.ts';
import type { SectionGroup } from './section-groups.ts';
import { sectionGroups } from './section-groups.ts';
import { withoutContact } from './without-contact.ts';
import { writeSections } from './write-sections.ts';
import type { WritingJob } from './writing-job.ts';

/** What a model writer is made of. */
export interface ModelWriterOptions {
  readonly transport: ModelTransport;
  readonly settings?: ModelWriterSettings;
  /** Gets a line for each call: model, sections, why it stopped, tokens, time; never text. */
  readonly logger?: StepLogger;
}

/**
 * Makes a writer of any model: groups of sections in calls of their own, passages fitted to the budget, answers read, repaired once and turned into
 * spans. What the draft says is not yet trusted: the claim check holds it against the sources as it does every writer's.
 */
export function createModelWriter({
  transport,
  settings = DEFAULT_MODEL_WRITER_SETTINGS,
  logger,
}: ModelWriterOptions): BriefWriter {
  return {
    name: transport.name,
    write: (request) =>
      writeDraft(request, {
        transport: request.meter === undefined ? transport : meteredTransport(transport, request.meter),
        settings,
        log: createCallLog(transport.model, logger),
      }),
  };
}

async function writeDraft(given: WritingRequest, parts: Omit<WritingJob, 'request' | 'signal'>): Promise<Draft> {
  const { sources, refused } = withoutInstructions(given.sources);
  const request = { ...given, sources: withoutContact(sources, given.structures) };
  const sections = await writeAllGroups(request, parts);
  const usage = parts.log.usage(sources);
  return { sections, gaps: [], usage: { ...usage, left_out: [...refusalLines(refused), ...usage.left_out] } };
}

/** Writes the groups, some at once. The first that fails stops the others, so that nothing is paid for that nobody will read. */
async function writeAllGroups(
  request: WritingRequest,
  parts: Omit<WritingJob, 'request' | 'signal'>,
): Promise<Draft['sections']> {
  const stop = new AbortController();
  const deadline = AbortSignal.timeout(WRITE_DEADLINE_MS);
  const outer = request.signal ? [request.signal, deadline] : [deadline];
  const job: WritingJob = { ...parts, request, signal: AbortSignal.any([stop.signal, ...outer]) };
  const limit = pLimit(parts.settings.calls_at_once);
  const groups = sectionGroups(request).map((group) => limit(() => writeOrStop(job, group, stop)));
  try {
    return (await Promise.all(groups)).flat();
  } catch (error) {
    await Promise.allSettled(groups);
    if (!outer.some(({ aborted }) => aborted)) throw error;
    const { name, model } = parts.transport;
    throw new TransientUpstreamError(`${name} ${model} did not finish the brief in time.`, { cause: error });
  }
}

async function writeOrStop(job: WritingJob, group: SectionGroup, stop: AbortController): Promise<DraftSection[]> {
  try {
    job.signal.throwIfAborted();
    return await writeSections(job, group);
  } catch (error) {
    stop.abort();
    throw error;
  }
}
