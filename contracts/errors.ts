import { MAX_ERROR_MESSAGE_CHARACTERS } from './limits.ts';

/** The names of the closed list of errors: each is thrown as an `Error` with this `name`, which Retry and Catch match. */
export const ERROR_NAMES = [
  'TransientUpstreamError',
  'RejectedInputError',
  'SiteUnavailableError',
  'UnreadableDocumentError',
  'NoEvidenceError',
  'PermissionDeniedError',
  'QuotaExceededError',
  'ModelRefusedError',
  'ModelOutputInvalidError',
  'GuardrailBlockedError',
  'ConfigurationError',
  'SessionConflictError',
] as const;

/** The name of a declared error. */
export type ErrorName = (typeof ERROR_NAMES)[number];

/** Exit codes of the command line. */
export const EXIT_CODES = {
  done: 0,
  internal: 1,
  usage: 2,
  no_evidence: 3,
  run_failed: 4,
  permission: 5,
  interrupted: 130,
} as const;

/** What is done about a declared error. */
export interface ErrorPolicy {
  /** What it means, in a sentence. */
  readonly meaning: string;
  /** Whether the state machine tries again: only what can get better. */
  readonly retried: boolean;
  /** `gap`: the run goes on and names it in the brief; `fatal`: the run fails. */
  readonly effect: 'gap' | 'fatal';
  readonly http_status: number;
  readonly exit_code: number;
  /** What the person can do, in the imperative. */
  readonly remedy: string;
}

/** The closed list: what each error means and what is done about it. */
export const ERROR_POLICIES: { readonly [Name in ErrorName]: ErrorPolicy } = {
  TransientUpstreamError: {
    meaning: 'A service or site did not answer in time, throttled, or failed in a way that passes.',
    retried: true,
    effect: 'fatal',
    http_status: 503,
    exit_code: EXIT_CODES.run_failed,
    remedy: 'Wait a minute and run it again; with --continue ID finished steps are not repeated.',
  },
  RejectedInputError: {
    meaning: 'What was given cannot be used: it is malformed, too large, or points to where we do not go.',
    retried: false,
    effect: 'fatal',
    http_status: 400,
    exit_code: EXIT_CODES.usage,
    remedy: 'Correct the value that the message names and start again.',
  },
  SiteUnavailableError: {
    meaning:
      'The company site could not be read: unknown name, TLS failure, not found, blocked by robots.txt, a bot wall, or nothing but scripts.',
    retried: false,
    effect: 'gap',
    http_status: 422,
    exit_code: EXIT_CODES.no_evidence,
    remedy:
      'Name another page with --also URL, or open the page in a browser, save it and give it with --document saved.html.',
  },
  UnreadableDocumentError: {
    meaning: 'A document could not be read: encrypted, damaged, empty, too large, or of a type we do not read.',
    retried: false,
    effect: 'gap',
    http_status: 422,
    exit_code: EXIT_CODES.no_evidence,
    remedy:
      'Save it as a PDF with text, DOCX, HTML, Markdown or plain text without a password, or paste the text with --job -.',
  },
  NoEvidenceError: {
    meaning: 'Nothing could be read at all, so there is nothing that a brief could cite.',
    retried: false,
    effect: 'fatal',
    http_status: 422,
    exit_code: EXIT_CODES.no_evidence,
    remedy:
      'Name a page that can be read with --also URL, give a saved page with --document saved.html, or paste the job description with --job -.',
  },
  PermissionDeniedError: {
    meaning: 'Credentials are missing or do not allow an action.',
    retried: false,
    effect: 'fatal',
    http_status: 500,
    exit_code: EXIT_CODES.permission,
    remedy: 'Grant the action on the resource that the message names, or refresh the credentials.',
  },
  QuotaExceededError: {
    meaning: 'A quota or a budget is used up.',
    retried: false,
    effect: 'fatal',
    http_status: 429,
    exit_code: EXIT_CODES.run_failed,
    remedy: 'Wait until the quota that the message names is free again, or raise it.',
  },
  ModelRefusedError: {
    meaning: 'The model declined to write.',
    retried: false,
    effect: 'fatal',
    http_status: 502,
    exit_code: EXIT_CODES.run_failed,
    remedy: 'Try again with fewer documents, or write with --writer local.',
  },
  ModelOutputInvalidError: {
    meaning: 'What the model wrote does not keep to the contract, also after a repair.',
    retried: false,
    effect: 'fatal',
    http_status: 502,
    exit_code: EXIT_CODES.run_failed,
    remedy: 'Try again, choose another model, or write with --writer local.',
  },
  GuardrailBlockedError: {
    meaning: 'A guardrail stopped the text on its way to or from the model.',
    retried: false,
    effect: 'fatal',
    http_status: 422,
    exit_code: EXIT_CODES.run_failed,
    remedy: 'Look up what the guardrail blocked, leave that source out, or write with --writer local.',
  },
  ConfigurationError: {
    meaning: 'A setting is missing or wrong.',
    retried: false,
    effect: 'fatal',
    http_status: 500,
    exit_code: EXIT_CODES.usage,
    remedy: 'Set the variable or flag that the message names.',
  },
  SessionConflictError: {
    meaning:
      'The session is in another state than this step needs, or the idempotency key was used for another request.',
    retried: false,
    effect: 'fatal',
    http_status: 409,
    exit_code: EXIT_CODES.run_failed,
    remedy: 'Look at the session with inspect ID; use a new idempotency key for a new request.',
  },
};

/** Further words about an error: `remedy` replaces the policy's where something more exact is known. */
export interface PipelineErrorOptions {
  readonly cause?: unknown;
  readonly remedy?: string;
}

/**
 * The base of all declared errors. `name` is the contract, `remedy` says what to do next, `message` is cut to
 * {@link MAX_ERROR_MESSAGE_CHARACTERS} because it travels in the state.
 */
export abstract class PipelineError extends Error {
  abstract override readonly name: ErrorName;
  readonly #remedy: string | undefined;

  constructor(message: string, options: PipelineErrorOptions = {}) {
    super(
      message.slice(0, MAX_ERROR_MESSAGE_CHARACTERS),
      options.cause === undefined ? undefined : { cause: options.cause },
    );
    this.#remedy = options.remedy;
  }

  /** What the person can do about it. */
  get remedy(): string {
    return this.#remedy ?? ERROR_POLICIES[this.name].remedy;
  }
}

/** A service or site did not answer in time, throttled, or failed in a way that passes: try again later. */
export class TransientUpstreamError extends PipelineError {
  override readonly name = 'TransientUpstreamError';
}

/** What was given cannot be used: correct it. */
export class RejectedInputError extends PipelineError {
  override readonly name = 'RejectedInputError';
}

/** The company site could not be read: go on without it and say so. */
export class SiteUnavailableError extends PipelineError {
  override readonly name = 'SiteUnavailableError';
}

/** A document could not be read: go on without it and say so. */
export class UnreadableDocumentError extends PipelineError {
  override readonly name = 'UnreadableDocumentError';
}

/** Nothing could be read at all: stop. */
export class NoEvidenceError extends PipelineError {
  override readonly name = 'NoEvidenceError';
}

/** Credentials are missing or do not allow an action: the message names action and resource. */
export class PermissionDeniedError extends PipelineError {
  override readonly name = 'PermissionDeniedError';
}

/** A quota or a budget is used up: wait or raise it. */
export class QuotaExceededError extends PipelineError {
  override readonly name = 'QuotaExceededError';
}

/** The model declined to write. */
export class ModelRefusedError extends PipelineError {
  override readonly name = 'ModelRefusedError';
}

/** What the model wrote does not keep to the contract, also after a repair. */
export class ModelOutputInvalidError extends PipelineError {
  override readonly name = 'ModelOutputInvalidError';
}

/** A guardrail stopped the text. */
export class GuardrailBlockedError extends PipelineError {
  override readonly name = 'GuardrailBlockedError';
}

/** A setting is missing or wrong: the message names it. */
export class ConfigurationError extends PipelineError {
  override readonly name = 'ConfigurationError';
}

/** The session is in another state than this step needs, or its key was used for another request. */
export class SessionConflictError extends PipelineError {
  override readonly name = 'SessionConflictError';
}

/** Whether a name is one of the closed list. */
export function isErrorName(name: string): name is ErrorName {
  return (ERROR_NAMES as readonly string[]).includes(name);
}
