import { z } from 'zod';
import { isJobAddress } from '../job-address.ts';
import { MAX_DOCUMENTS, MAX_INLINE_JOB_DESCRIPTION_BYTES } from '../limits.ts';
import { BriefRequest, WebAddress } from '../request.ts';
import { SessionStatus } from '../session.ts';
import { GivenDocument } from './documents.ts';

const utf8 = new TextEncoder();

/** A job description: its text, or the address of the page. */
const JobDescription = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(MAX_INLINE_JOB_DESCRIPTION_BYTES)
  .refine(
    (text) => utf8.encode(text).byteLength <= MAX_INLINE_JOB_DESCRIPTION_BYTES,
    `must have at most ${MAX_INLINE_JOB_DESCRIPTION_BYTES} bytes of UTF-8; give a longer one as a document`,
  )
  .refine(
    (text) => !isJobAddress(text) || WebAddress.safeParse(text).success,
    'is no address that can be read; give the text itself',
  )
  .describe(
    `The text of the job description, at most ${MAX_INLINE_JOB_DESCRIPTION_BYTES} bytes, or the address of its page.`,
  );

const { company_name, company_url, also_urls, role, audience, max_pages, deadline_seconds } = BriefRequest.shape;

/** Body of `POST /pipeline`: strict, an unknown field is an error. */
export const StartPipelineBody = z
  .strictObject({
    company_name: company_name.describe('The company, as it calls itself.'),
    company_url: company_url.describe("The address of the company's site: http or https, no user name or password."),
    also_urls: also_urls.describe('Further pages to read, such as an article or a profile.'),
    job_description: JobDescription.optional(),
    documents: z
      .array(GivenDocument)
      .max(MAX_DOCUMENTS, `at most ${MAX_DOCUMENTS} documents a run`)
      .default([])
      .describe('Documents that were uploaded, as POST /documents names them.'),
    role: role.describe('The title of the role.'),
    audience: audience.describe('Whom the candidate will talk with.'),
    max_pages: max_pages.describe('Most pages to read of the site.'),
    deadline_seconds: deadline_seconds.describe('Seconds after which nothing more is read.'),
  })
  .refine(
    ({ documents, job_description: text }) =>
      documents.length < MAX_DOCUMENTS || text === undefined || isJobAddress(text),
    { path: ['documents'], error: `at most ${MAX_DOCUMENTS} documents a run, and the job description's text is one` },
  )
  .meta({ id: 'NewRun' });

/** Body of `POST /pipeline`. */
export type StartPipelineBody = z.infer<typeof StartPipelineBody>;

/** Answer to `POST /pipeline` and `POST /pipeline/{executionId}/retry`, 202. */
export const StartPipelineResponse = z
  .object({
    execution_arn: z.string(),
    execution_id: z.string(),
    session_id: z.string(),
    status: SessionStatus,
    status_url: z.string().describe('Where to ask how far it is, relative to the address of the API.'),
  })
  .meta({ id: 'StartedRun' });

/** Answer to `POST /pipeline`. */
export type StartPipelineResponse = z.infer<typeof StartPipelineResponse>;
