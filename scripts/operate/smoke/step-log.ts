import { PermissionDeniedError, PipelineError } from '../../../contracts/index.ts';

/** What a step came to. */
export interface StepResult {
  readonly step: string;
  readonly status: 'ok' | 'warning' | 'failed';
  /** How long it took. */
  readonly seconds: number;
  readonly message: string;
  readonly remedy?: string;
  /** True when credentials or a permission are to blame. */
  readonly permission?: true;
}

/** What a step gives when it is through. */
export interface Through<Value> {
  readonly value: Value;
  readonly message: string;
  /** When it went through and something is not as it should be. */
  readonly amiss?: { readonly status: 'warning' | 'failed'; readonly remedy: string };
}

/** Makes steps one after the other and keeps what they came to. */
export class StepLog {
  readonly results: StepResult[] = [];
  readonly #onStep: (result: StepResult) => void;

  /** @param onStep told each step when it is over */
  constructor(onStep: (result: StepResult) => void) {
    this.#onStep = onStep;
  }

  /** Makes a step and gives its value, or undefined when it broke off: what went wrong is its result. Throws only what is a fault of the program. */
  async make<Value>(step: string, work: () => Promise<Through<Value>>): Promise<Value | undefined> {
    const started = performance.now();
    try {
      const { value, message, amiss = { status: 'ok' as const } } = await work();
      this.#keep({ step, message, ...amiss }, started);
      return value;
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      const { message, remedy } = error;
      const blame = error instanceof PermissionDeniedError ? { permission: true as const } : {};
      this.#keep({ step, status: 'failed', message, remedy, ...blame }, started);
      return undefined;
    }
  }

  /** Whether a step failed so far. */
  get failed(): boolean {
    return this.results.some(({ status }) => status === 'failed');
  }

  #keep(result: Omit<StepResult, 'seconds'>, started: number): void {
    const whole = { ...result, seconds: Math.round(performance.now() - started) / 1_000 };
    this.results.push(whole);
    this.#onStep(whole);
  }
}
