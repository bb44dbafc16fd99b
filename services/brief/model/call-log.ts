import type { SectionId, SourceWithPassages } from '../../../contracts/index.ts';
import type { StepLogger } from '../../step-logger.ts';
import type { Draft } from '../brief-writer.ts';
import type { ModelAnswer } from './model-transport.ts';
import { PROMPT_VERSION } from './prompt/rules.ts';

/** Keeps account of the calls of one brief: tokens, time, and which passages any call was given. */
export interface CallLog {
  /** Notes an answer, and logs it by ids and counts. */
  answered(sections: readonly SectionId[], answer: ModelAnswer): void;
  /** Notes an answer that an earlier invocation of the step was given: it was paid for once, and counts once. */
  found(sections: readonly SectionId[], answer: ModelAnswer): void;
  /** Notes passages that were sent. */
  sent(sources: readonly SourceWithPassages[]): void;
  /** What all calls used, and what none of them was given of these sources. */
  usage(sources: readonly SourceWithPassages[]): Draft['usage'];
}

/** Makes the account of one brief's calls. */
export function createCallLog(model: string, logger: StepLogger | undefined): CallLog {
  const answers: ModelAnswer[] = [];
  const given = new Set<string>();
  const sum = (value: (answer: ModelAnswer) => number) => answers.reduce((total, answer) => total + value(answer), 0);
  const note = (message: string) => (sections: readonly SectionId[], answer: ModelAnswer) => {
    answers.push(answer);
    const { stop, usage } = answer;
    logger?.info(message, { model, prompt: PROMPT_VERSION, sections: sections.join(' '), stop, ...usage });
  };
  return {
    answered: note('model answered'),
    found: note('model answer found again'),
    sent: (sources) => {
      for (const { passage_id } of sources.flatMap(({ passages }) => passages)) given.add(passage_id);
    },
    usage: (sources) => ({
      input_tokens: sum(({ usage }) => usage.input_tokens),
      output_tokens: sum(({ usage }) => usage.output_tokens),
      model_latency_ms: sum(({ usage }) => usage.latency_ms),
      left_out: sources.flatMap((source) => leftOutLine(source, given)),
    }),
  };
}

function leftOutLine({ source, passages }: SourceWithPassages, given: ReadonlySet<string>): string[] {
  const missing = passages.filter(({ passage_id }) => !given.has(passage_id)).length;
  return missing === 0
    ? []
    : [`${source.source_id}: ${missing} of ${passages.length} passages did not fit what the model is given`];
}
