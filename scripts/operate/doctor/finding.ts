import { ConfigurationError, PermissionDeniedError, PipelineError } from '../../../contracts/index.ts';
import { isRefusal } from '../../../services/operator/ask-aws.ts';

/** What a check says: a warning leaves something unknown or unwise, a failure keeps a deployment or its runs from working. */
export type FindingStatus = 'ok' | 'warning' | 'failed';

/** One line of the report. */
export interface Finding {
  readonly check: string;
  readonly status: FindingStatus;
  readonly message: string;
  /** What to do, to be pasted; there unless the status is ok, or the check waits for credentials. */
  readonly remedy?: string;
  /** True when credentials or a permission are to blame. */
  readonly permission?: true;
}

/** What a check gives before it has a name. */
export type Outcome = Omit<Finding, 'check'>;

/** All is well. */
export function ok(message: string): Outcome {
  return { status: 'ok', message };
}

/** Something is unknown or unwise. */
export function warning(message: string, remedy: string): Outcome {
  return { status: 'warning', message, remedy };
}

/** Something will not work. */
export function failed(message: string, remedy: string): Outcome {
  return { status: 'failed', message, remedy };
}

/** Something will not work, because of credentials or a missing permission. */
export function denied(message: string, remedy: string): Outcome {
  return { status: 'failed', message, remedy, permission: true };
}

/** What an error of a check says: a permission that the check itself lacks leaves a question open, anything else is a failure. */
export function outcomeOfError(error: unknown): Outcome {
  if (isRefusal(error)) return warning(`This could not be checked: ${error.message}`, error.remedy);
  if (error instanceof PermissionDeniedError) return denied(error.message, error.remedy);
  if (error instanceof PipelineError) return failed(error.message, error.remedy);
  const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return failed(
    `The check itself broke off (${said}).`,
    'Report this with the message; the other checks are not touched by it.',
  );
}

/** Waits for an answer; when there is nothing of that name, the error says what to do here. */
export async function orAdvise<Answer>(remedy: string, answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(error.message, { cause: error.cause, remedy });
  }
}
