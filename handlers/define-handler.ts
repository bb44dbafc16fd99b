import type { z } from 'zod';
import type { ReadSource, StateContract } from '../contracts/index.ts';
import { errorText, PipelineError, RejectedInputError } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import type { InvocationContext } from './invocation-context.ts';
import { abortSignalOf } from './invocation-context.ts';
import { ProgressReporter } from './progress-reporter.ts';
import { StepMeter } from './step-meter.ts';
import { findStepResult, storeStepResult } from './step-results.ts';

/** What a step's own code gets beside its input. */
export interface StepContext {
  readonly services: StepServices;
  /** Aborted shortly before the function's time is up, and when the execution is stopped. */
  readonly signal: AbortSignal;
  /** Tells how far the step is, by counts and by what it has read so far; shown to whoever watches the session. */
  readonly progress: (counts: Readonly<Record<string, number>>, sources?: readonly ReadSource[]) => void;
  /** Key prefix for what this step writes, ending in `/`. */
  readonly prefix: string;
  /** Counts what the step pays for, and keeps it within what the run may cost. */
  readonly meter: StepMeter;
}

/** A Lambda handler: JSON in, JSON out. Throws the contract's declared errors. */
export type Handler = (event: unknown, context?: InvocationContext) => Promise<unknown>;

/** Tells whoever watches what the stored result of an earlier invocation holds. */
export type Recall<Output extends z.ZodType> = (
  output: z.output<Output>,
  context: Pick<StepContext, 'services' | 'progress'>,
) => Promise<void>;

/** The ids every state's input carries; RecordFailure's has the execution id only. */
interface CarriesIds {
  readonly execution_id: string;
  readonly session_id?: string;
}

/**
 * The one path in and out of every step: parses the input (`RejectedInputError`), returns the stored result of an earlier invocation
 * if there is one, reports progress on the row, logs, parses and stores the output, and puts the remedy into the message of a declared
 * error, because the message is all that Lambda carries over.
 */
export function defineHandler<Input extends z.ZodType<CarriesIds>, Output extends z.ZodType>(
  contract: StateContract<Input, Output>,
  services: StepServices,
  run: (input: z.output<Input>, context: StepContext) => Promise<z.input<Output>>,
  recall?: Recall<Output>,
): Handler {
  return async (event, invocation) => {
    const input = parseInput(contract, event);
    const progress = await ProgressReporter.begin(services, contract.state, input);
    const tell: StepContext['progress'] = (counts, sources) => progress.report(counts, sources);
    try {
      const stored = await findStepResult(contract, services.artifacts, input);
      const output = stored ?? (await runAndStore(contract, services, input, progress, run, invocation));
      if (stored !== undefined && recall) await recalled(services, () => recall(stored, { services, progress: tell }));
      await progress.succeeded({ reused: stored !== undefined });
      return output;
    } catch (error) {
      await progress.failed(error);
      throw withRemedy(error);
    }
  };
}

async function runAndStore<Input extends z.ZodType<CarriesIds>, Output extends z.ZodType>(
  contract: StateContract<Input, Output>,
  services: StepServices,
  input: z.output<Input>,
  progress: ProgressReporter,
  run: (input: z.output<Input>, context: StepContext) => Promise<z.input<Output>>,
  invocation: InvocationContext | undefined,
): Promise<z.output<Output>> {
  const stored = storeStepResult(contract, services.artifacts, input);
  const meter = new StepMeter(services, { state: contract.state, ...input });
  try {
    const output = await run(input, {
      services,
      signal: abortSignalOf(invocation),
      progress: (counts, sources) => progress.report(counts, sources),
      prefix: stored.prefix,
      meter,
    });
    return await stored.put(contract.output.parse(output));
  } finally {
    await meter.finish();
    progress.report(meter.counts);
  }
}

/** What is told for watching costs the step nothing. */
async function recalled({ logger }: StepServices, tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    logger.warn('stored result not told of', { reason: String(error) });
  }
}

function parseInput<Input extends z.ZodType>(contract: StateContract<Input>, event: unknown): z.output<Input> {
  const parsed = contract.input.safeParse(event);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`)
    .join('; ');
  throw withRemedy(
    new RejectedInputError(`The input of ${contract.state} does not keep to its contract: ${problems}`, {
      cause: parsed.error,
    }),
  );
}

function withRemedy(error: unknown): unknown {
  if (error instanceof PipelineError) error.message = errorText(error);
  return error;
}
