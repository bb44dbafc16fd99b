import { createHash, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { components, paths } from './api-types.ts';

type Schemas = components['schemas'];

const [, , baseUrl = 'http://127.0.0.1:3000', resumeFile] = process.argv;
const api = createClient<paths>({ baseUrl });

/** Uploads a file and gives the document that a run is started with. */
async function upload(file: string): Promise<Schemas['GivenDocument']> {
  const bytes = await readFile(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const granted = await api.POST('/documents', {
    body: { file_name: 'resume.pdf', purpose: 'resume', media_type: 'application/pdf', bytes: bytes.length, sha256 },
  });
  if (granted.data === undefined) throw errorOf(granted.error, granted.response);
  const { document, upload: form } = granted.data;
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(bytes)]));
  const sent = await fetch(form.url, { method: 'POST', body });
  if (!sent.ok) throw new Error(`The upload was refused: ${await sent.text()}`);
  return document;
}

/** Starts a run; the key makes it safe to send it again when there is no room yet, or no answer. */
async function start(body: Schemas['NewRun']): Promise<string> {
  const headers = { 'Idempotency-Key': randomUUID() };
  for (;;) {
    const { data, error, response } = await api.POST('/pipeline', { body, headers });
    if (data !== undefined) return data.execution_id;
    if (response.status !== 429) throw errorOf(error, response);
    await delay(Number(response.headers.get('retry-after') ?? 1) * 1_000);
  }
}

/** Asks for a run until it has ended; an answer that has not changed costs no body. */
async function ended(executionId: string): Promise<Schemas['Run']> {
  let [etag, run]: [string, Schemas['Run'] | undefined] = ['', undefined];
  for (;;) {
    const { data, error, response } = await api.GET('/pipeline/{executionId}', {
      params: { path: { executionId } },
      headers: { 'If-None-Match': etag },
    });
    if (data !== undefined) [etag, run] = [response.headers.get('etag') ?? '', data];
    else if (response.status !== 304) throw errorOf(error, response);
    if (run !== undefined && run.status !== 'QUEUED' && run.status !== 'RUNNING') return run;
    await delay(Number(response.headers.get('retry-after') ?? 2) * 1_000);
  }
}

/** An error has one of two shapes: problem details of the routes, or the message of the gateway in front. */
function errorOf(error: Schemas['Problem'] | Schemas['GatewayError'] | undefined, { status }: Response): Error {
  if (error === undefined) return new Error(`${status} without a body`);
  if (!('type' in error)) return new Error(`${status} ${error.message}`);
  return new Error(`${error.title} ${error.detail} ${error.remedy} (request ${error.request_id})`);
}

const executionId = await start({
  company_name: 'Kindlewater',
  company_url: 'https://kindlewater.example',
  role: 'Senior Backend Engineer, Telemetry',
  documents: resumeFile === undefined ? [] : [await upload(resumeFile)],
});
const { status, failure } = await ended(executionId);
if (status !== 'SUCCEEDED') throw new Error(`${status}: ${failure?.cause} ${failure?.remedy}`);
const brief = await api.GET('/pipeline/{executionId}/brief', {
  params: { path: { executionId } },
  headers: { Accept: 'text/markdown' },
  parseAs: 'text',
});
console.log(brief.data);
