import { z } from 'zod';
import { Audience } from './brief.ts';
import { DocumentReference } from './document-reference.ts';
import { ExecutionId, SessionId } from './ids.ts';
import {
  DEFAULT_DEADLINE_SECONDS,
  DEFAULT_MAX_PAGES,
  MAX_ALSO_URLS,
  MAX_COMPANY_NAME_CHARACTERS,
  MAX_DEADLINE_SECONDS,
  MAX_DOCUMENTS,
  MAX_PAGES,
  MAX_ROLE_CHARACTERS,
  MAX_URL_CHARACTERS,
  MIN_DEADLINE_SECONDS,
} from './limits.ts';
import { isOneLine } from './one-line.ts';
import { carriesCredentials } from './web-credentials.ts';

const NOT_ONE_LINE = 'must be one line without control characters';

/** An address of the web: http or https, without user name or password. */
export const WebAddress = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address, e.g. https://acme.example' })
  .max(MAX_URL_CHARACTERS, `takes at most ${MAX_URL_CHARACTERS} characters`)
  .refine((value) => !carriesCredentials(value), 'must not carry a user name or password');

/** An address of the web. */
export type WebAddress = z.infer<typeof WebAddress>;

/**
 * What a brief is asked for: the input of an execution. An execution started by hand needs `company_name` and `company_url` only;
 * everything else has a default. Unknown fields are tolerated in the state.
 */
export const BriefRequest = z.object({
  company_name: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(MAX_COMPANY_NAME_CHARACTERS, `takes at most ${MAX_COMPANY_NAME_CHARACTERS} characters`)
    .refine(isOneLine, NOT_ONE_LINE),
  company_url: WebAddress,
  also_urls: z.array(WebAddress).max(MAX_ALSO_URLS, `takes at most ${MAX_ALSO_URLS} addresses a run`).default([]),
  /** Where the job is described, when that is a page and not a document. */
  job_url: WebAddress.nullable().default(null),
  documents: z
    .array(DocumentReference)
    .max(MAX_DOCUMENTS, `takes at most ${MAX_DOCUMENTS} documents a run`)
    .default([]),
  role: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(MAX_ROLE_CHARACTERS, `takes at most ${MAX_ROLE_CHARACTERS} characters`)
    .refine(isOneLine, NOT_ONE_LINE)
    .nullable()
    .default(null),
  audience: Audience.nullable().default(null),
  max_pages: z.number().int().min(1).max(MAX_PAGES).default(DEFAULT_MAX_PAGES),
  deadline_seconds: z
    .number()
    .int()
    .min(MIN_DEADLINE_SECONDS)
    .max(MAX_DEADLINE_SECONDS)
    .default(DEFAULT_DEADLINE_SECONDS),
});

/** What a brief is asked for, with every default filled in. */
export type BriefRequest = z.infer<typeof BriefRequest>;

/** What a brief is asked for, as a caller writes it. */
export type BriefRequestInput = z.input<typeof BriefRequest>;

/** The input of an execution: the request, and the ids when StartPipeline made them. */
export const ExecutionInput = BriefRequest.extend({
  session_id: SessionId.optional(),
  execution_id: ExecutionId.optional(),
});

/** The input of an execution. */
export type ExecutionInput = z.infer<typeof ExecutionInput>;
