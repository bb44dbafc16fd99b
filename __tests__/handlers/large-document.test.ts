import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { createHandler } from '../../handlers/parse-documents.ts';
import { createFileArtifactStore } from '../../services/artifacts/file-artifact-store.ts';
import { createDocumentReader } from '../../services/documents/local-document-reader.ts';
import { rawPdf, textLines } from '../services/documents/raw-pdf.ts';
import { stepServices } from '../support/step-services.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The largest document there may be: 50 MiB. */
const LARGEST_BYTES = 52_428_800;

/** What parsing it may take here beside the parser's own process, in MB: chunks on their way come to less than 40, the document alone would be 50, and its way to the parser twice that. */
const MAX_GROWTH_MB = 45;

const folder = await temporaryFolder('large-document');
const artifacts = createFileArtifactStore({ folder: join(folder, 'artifacts') });
const PDF = Buffer.from(
  rawPdf([textLines(['Alex Morgan has built warehouse robots since 2014, in Berlin and in Oslo.'])]),
);

/** Keeps a PDF of so many bytes, filled up with comments, and gives the reference to it. */
async function kept(bytes: number): Promise<object> {
  const document = Buffer.concat([PDF, Buffer.alloc(bytes - PDF.byteLength, '% nothing\n')]);
  const document_id = createHash('sha256').update(document).digest('hex').slice(0, 32);
  const pointer = await artifacts.putOnce(`uploads/o-1/${document_id}/document`, document, 'application/pdf');
  return { document_id, purpose: 'resume', file_name: 'resume.pdf', ...pointer };
}

test('the largest document is read without being held by the function, and leaves no file behind', async () => {
  // Prepare
  const temporary = join(folder, 'tmp');
  await mkdir(temporary);
  const [small, large] = [await kept(PDF.byteLength), await kept(LARGEST_BYTES)];
  const script = join(import.meta.dirname, 'parse-large-document.ts');

  // Act
  const args = ['--no-warnings', script, folder, JSON.stringify(small), JSON.stringify(large)];
  const { stdout } = await promisify(execFile)(process.execPath, args, {
    env: { PATH: process.env.PATH, TMPDIR: temporary, TEMP: temporary },
  });

  // Assess
  const { output, grown_mb } = JSON.parse(stdout) as { output: unknown; grown_mb: number };
  expect(output).toMatchObject({ source_count: 1, gap_count: 0 });
  expect(grown_mb).toBeLessThan(MAX_GROWTH_MB);
  expect(await readdir(temporary)).toEqual([]);
});

test('a large document that was changed is not handed to the parser', async () => {
  // Prepare
  const { services, close } = stepServices(folder, { documents: createDocumentReader() });
  const changed = { ...(await kept(2_000_000)), sha256: '0'.repeat(64) };
  const deadline_at = new Date(Date.now() + 60_000).toISOString();

  // Act
  const parsed = createHandler(services)({
    session_id: 's-2',
    execution_id: 's-2-1',
    documents: [changed],
    deadline_at,
  });

  // Assess
  await expect(parsed).rejects.toMatchObject({
    name: 'RejectedInputError',
    message: expect.stringMatching(/checksum/),
  });
  close();
});
