import type { GivenDocument } from '../../../../contracts/index.ts';
import type { FormProblem } from '../../model/check-form.ts';
import { mediaTypeOf } from '../../model/media-type.ts';
import type { NewRunForm } from '../../model/new-run.ts';
import { bodyOf } from '../../model/new-run.ts';
import { fileProblems, runProblems } from '../../model/server-problems.ts';
import { ApiError } from '../api/api-error.ts';
import type { App } from '../app.ts';
import { delay } from '../timing.ts';
import type { HeldFile } from './file-field.ts';
import type { IdempotencyKeys } from './idempotency.ts';
import { sha256Of } from './idempotency.ts';

/** Times that a start is sent while there is no room for it. */
const MAX_STARTS = 6;

/** Milliseconds before it is sent again when the server does not say. */
const USUAL_WAIT_MS = 1_500;

/** A form with the files that were chosen in it. */
export interface FilledForm extends NewRunForm {
  readonly files: readonly HeldFile[];
}

/** Fields that the server found something wrong with. */
export class RefusedForm extends Error {
  readonly problems: readonly FormProblem[];

  constructor(problems: readonly FormProblem[], cause: ApiError) {
    super(cause.message, { cause });
    this.name = 'RefusedForm';
    this.problems = problems;
  }
}

/** What goes with a submission. */
export interface Submission {
  readonly keys: IdempotencyKeys;
  readonly signal: AbortSignal;
  /** Says what is being done. */
  readonly tell: (text: string) => void;
}

/** Uploads the files, starts the run and gives its execution id. Throws {@link RefusedForm} or `ApiError`. */
export async function submitRun(app: App, form: FilledForm, submission: Submission): Promise<string> {
  const documents: GivenDocument[] = [];
  for (const file of form.files) {
    submission.tell(`Uploading ${file.name} …`);
    documents.push(await uploaded(app, file));
  }
  submission.tell('Starting …');
  const body = bodyOf(form, documents);
  try {
    const { execution_id } = await started(app, body, submission);
    submission.keys.done();
    return execution_id;
  } catch (error) {
    throw refusal(error, (problem) => runProblems(problem, form.files));
  }
}

async function uploaded({ client, settings }: App, file: HeldFile): Promise<GivenDocument> {
  const { name, purpose, bytes } = file;
  const media_type = mediaTypeOf(file, settings.media_types) ?? file.type;
  try {
    const sha256 = await sha256Of(file.file);
    const announced = { file_name: name, purpose, media_type, bytes, sha256 } as Parameters<typeof client.upload>[0];
    return await client.upload(announced, file.file);
  } catch (error) {
    throw refusal(error, (problem) => fileProblems(problem, file));
  }
}

/** No room for a run now is no error yet: the key makes it safe to send it again. */
async function started({ client }: App, body: ReturnType<typeof bodyOf>, { keys, signal, tell }: Submission) {
  const key = keys.keyFor(body);
  for (let sent = 1; ; sent += 1) {
    try {
      return await client.start(body, key);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 429 || sent === MAX_STARTS || signal.aborted) throw error;
      tell('The server has no room for a run just now. Trying again …');
      await delay(error.retry_after_ms ?? USUAL_WAIT_MS, signal);
    }
  }
}

function refusal(
  error: unknown,
  problemsOf: (problem: NonNullable<ApiError['problem']>) => readonly FormProblem[],
): unknown {
  if (!(error instanceof ApiError) || error.problem === undefined || error.status >= 500) return error;
  const problems = problemsOf(error.problem);
  return problems.length === 0 ? error : new RefusedForm(problems, error);
}
