import type { ErrorName } from '../../../contracts/index.ts';

/** What somebody who looks at this page can do about a run that failed; the remedy of the API is for whoever runs it. */
const REMEDIES: Readonly<Record<ErrorName, string>> = {
  TransientUpstreamError: 'Wait a minute, then try it again: finished steps are not repeated.',
  RejectedInputError: 'Start a new brief and correct what the reason names.',
  SiteUnavailableError: 'Open a page of the company in a browser, save it, and give it as a further document.',
  UnreadableDocumentError:
    'Save the document as a PDF with text, DOCX or plain text without a password, or paste the text.',
  NoEvidenceError: 'Start a new brief with another address, a saved page, or the text of the job description.',
  PermissionDeniedError: 'Whoever runs this server has to grant what the reason names; then try it again.',
  QuotaExceededError: 'Try it again once the quota that the reason names is free.',
  ModelRefusedError: 'Try it again, or start a new brief with fewer documents.',
  ModelOutputInvalidError: 'Try it again: finished steps are not repeated.',
  GuardrailBlockedError: 'Start a new brief without the page or document that was blocked.',
  ConfigurationError: 'Whoever runs this server has to correct the setting that the reason names.',
  SessionConflictError: 'Look at the newest attempt in the list of runs.',
};

/** The error that a failure names: after the state's name, where a branch of the pipeline put it in front. */
export function errorNameOf(error: string): string {
  return error.split('.').at(-1) ?? error;
}

/** What can be done on this page about an error, or undefined for one that is not declared. */
export function remedyFor(error: string): string | undefined {
  const name = errorNameOf(error);
  return isDeclared(name) ? REMEDIES[name] : undefined;
}

/** Why a run ended, without the remedy that the API puts behind it: that is shown on its own. */
export function reasonOf({ cause, remedy }: { readonly cause: string; readonly remedy: string }): string {
  const reason = cause.endsWith(remedy) ? cause.slice(0, -remedy.length).trim() : cause;
  return reason === '' ? cause : reason;
}

function isDeclared(name: string): name is ErrorName {
  return Object.hasOwn(REMEDIES, name);
}
