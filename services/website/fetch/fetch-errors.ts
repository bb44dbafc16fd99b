import {
  PipelineError,
  RejectedInputError,
  SiteUnavailableError,
  TransientUpstreamError,
} from '../../../contracts/index.ts';
import { forbiddenAddressIn } from './forbidden-address-error.ts';
import { UnknownEncodingError } from './read-body.ts';

/** Where a request stood when it failed. */
export interface FailedRequest {
  /** The address that the caller named. */
  readonly requested: string;
  /** The address of the hop that failed; another one after a redirect. */
  readonly url: string;
}

const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|ERR_OSSL)/;
const TIMEOUT_CODE = /^(?:ETIMEDOUT|UND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT)$/;
const RESET_CODE = /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED|ERR_STREAM_PREMATURE_CLOSE)$/;
const UNPACK_CODE = /^(?:Z_|ERR_BROTLI|ERR_ZSTD|ZSTD_|ERR__ERROR|ERR_PADDING)/;

/** The first error code found in an error, its causes and, for several addresses tried at once, its parts. */
function codeOf(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return '';
  const { code } = error as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  const parts: readonly unknown[] = error instanceof AggregateError ? error.errors : [];
  return [...parts, error.cause].map((part) => codeOf(part, depth + 1)).find((found) => found !== '') ?? '';
}

function hostOf(at: FailedRequest): string {
  return URL.canParse(at.url) ? new URL(at.url).host : at.url;
}

/** Where it happened: the address, and how one got there when it was a redirect. */
function placeOf({ requested, url }: FailedRequest): string {
  return url === requested ? url : `${url} (where ${requested} redirects to)`;
}

function forbidden(at: FailedRequest, reason: string, cause?: unknown): PipelineError {
  if (at.url === at.requested) {
    return new RejectedInputError(
      `${at.requested} is not read: ${reason}. Give an http or https address of the public Internet.`,
      {
        cause,
        remedy:
          'Give an http or https address of the public Internet, or save the page and give it with --document saved.html.',
      },
    );
  }
  return new SiteUnavailableError(`${at.requested} redirects to ${at.url}, which is not read: ${reason}.`, { cause });
}

/** The error for an address that the check refused. */
export function forbiddenAddress(at: FailedRequest, reason: string): PipelineError {
  return forbidden(at, reason);
}

/** A redirect whose target is not even an address that can be parsed. */
export function invalidRedirect(at: FailedRequest, location: string): PipelineError {
  return new SiteUnavailableError(
    `${placeOf(at)} redirects to "${location.slice(0, 200)}", which is not a valid address.`,
  );
}

function unavailable(at: FailedRequest, what: string, cause: unknown, next = ''): PipelineError {
  return new SiteUnavailableError(`${placeOf(at)} could not be read: ${what}.${next}`, { cause });
}

function transient(at: FailedRequest, what: string, cause: unknown): PipelineError {
  return new TransientUpstreamError(`${placeOf(at)} could not be read now: ${what}. Try again in a minute.`, { cause });
}

function byCode(at: FailedRequest, error: unknown, code: string): PipelineError {
  const host = hostOf(at);
  if (code === 'ENOTFOUND' || code === 'ENODATA')
    return unavailable(at, `the name ${host} is not known (${code})`, error, ' Check the spelling of the address.');
  if (code === 'EAI_AGAIN') return transient(at, `the name ${host} could not be looked up (EAI_AGAIN)`, error);
  if (code === 'ECONNREFUSED') return unavailable(at, `${host} refused the connection (ECONNREFUSED)`, error);
  if (code === 'EHOSTUNREACH' || code === 'ENETUNREACH')
    return unavailable(at, `${host} cannot be reached (${code})`, error);
  if (TLS_CODE.test(code))
    return unavailable(
      at,
      `the secure connection to ${host} failed, so nobody knows who answers (TLS error ${code})`,
      error,
    );
  if (TIMEOUT_CODE.test(code)) return transient(at, `${host} did not answer in time (${code})`, error);
  if (RESET_CODE.test(code)) return transient(at, `${host} broke off the connection (${code})`, error);
  if (code === 'UND_ERR_HEADERS_OVERFLOW')
    return unavailable(at, `${host} sent a header section that is too large`, error);
  if (UNPACK_CODE.test(code))
    return unavailable(at, `${host} sent a compressed body that cannot be unpacked (${code})`, error);
  return unavailable(at, `${host} did not answer as a web server does (${code === '' ? String(error) : code})`, error);
}

/** Turns whatever a request failed with into a declared error whose message says what happened and why. */
export function fetchError(at: FailedRequest, error: unknown): PipelineError {
  if (error instanceof PipelineError) return error;
  const refusal = forbiddenAddressIn(error);
  if (refusal !== undefined) return forbidden(at, refusal.message, error);
  if (error instanceof UnknownEncodingError) return unavailable(at, error.message, error);
  if (error instanceof Error && error.name === 'TimeoutError')
    return transient(at, `${hostOf(at)} did not finish its answer in time`, error);
  if (error instanceof Error && error.name === 'AbortError')
    return transient(at, `reading was stopped (${error.message})`, error);
  return byCode(at, error, codeOf(error));
}
