import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { onePageSite } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { serveComprehend } from '../../support/aws-protocol/comprehend/comprehend-server.ts';
import { DENIED } from '../../support/aws-protocol/mishap.ts';
import { serveTextract } from '../../support/aws-protocol/textract/textract-server.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('aws-parts');
const environment = { ...process.env };
const closing: { close(): Promise<void> }[] = [];
let runs = 0;

afterEach(async () => {
  process.env = { ...environment };
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

/** Region and credentials in the environment, and nothing from the files of whoever runs the tests. */
function awsEnvironment(more: Readonly<Record<string, string>>): void {
  Object.assign(process.env, {
    AWS_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...more,
  });
}

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'an example, valid nowhere' };

async function brief(...flags: readonly string[]) {
  const site = await serveScenario(onePageSite);
  closing.push(site);
  runs += 1;
  const out = join(folder, `out-${runs}`);
  const where = [
    '--url',
    site.url,
    '--allow-host',
    site.host,
    '--data-dir',
    join(folder, `data-${runs}`),
    '--out',
    out,
  ];
  const result = await runCommand(['brief', '--company', 'Brightwell Instruments', ...where, ...flags]);
  const written = async () => Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
  return { ...result, site, written };
}

async function comprehend() {
  const server = await serveComprehend({ known_company: 'Brightwell Instruments' });
  closing.push(server);
  return server;
}

/** A service that sees one requirement in every picture but the pixel that it is asked about first. */
async function textract() {
  const server = await serveTextract((bytes) =>
    bytes.length < 100 ? [] : [{ text: 'Requirements: TypeScript', top: 0.1 }],
  );
  closing.push(server);
  return server;
}

describe('parts in AWS, on a laptop with credentials', () => {
  it('analyzes with Comprehend when the command says so, and says what left the machine', async () => {
    // Prepare
    const server = await comprehend();
    awsEnvironment({ ...CREDENTIALS, AWS_ENDPOINT_URL_COMPREHEND: server.endpoint });

    // Act
    const { exitCode, out, written } = await brief('--analyzer', 'comprehend');

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    expect((await written()).made_by.analyzer).toBe('comprehend');
    expect((await written()).usage.comprehend_units).toBeGreaterThan(0);
    expect(out).toContain('text was given to the analyzer comprehend');
    expect(out).toMatch(/Paid for: \d+ Comprehend units; estimated cost \$0\.\d+\./);
  });

  it('reads a picture of a job description with Textract when the command says so', async () => {
    // Prepare
    const server = await textract();
    awsEnvironment({ ...CREDENTIALS, AWS_ENDPOINT_URL_TEXTRACT: server.endpoint });
    const picture = join(folder, 'job.png');
    await writeFile(picture, Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(400)]));

    // Act
    const { exitCode, written } = await brief('--job', picture, '--ocr', 'textract');

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    expect((await written()).made_by.ocr).toBe('textract');
    expect((await written()).sources.map(({ source_id }) => source_id)).toContain('D1');
  });

  it.each([
    ['--analyzer', 'comprehend', 'AWS_ENDPOINT_URL_COMPREHEND', 'BatchDetectDominantLanguage', comprehend],
    ['--ocr', 'textract', 'AWS_ENDPOINT_URL_TEXTRACT', 'DetectDocumentText', textract],
  ] as const)(
    'says before anything is read that %s %s may not be used',
    async (flag, part, variable, operation, serve) => {
      // Prepare
      const server = await serve();

      // Act
      awsEnvironment({ [variable]: server.endpoint });
      const unsigned = await brief(flag, part);
      server.mishap(operation, DENIED);
      awsEnvironment({ ...CREDENTIALS, [variable]: server.endpoint });
      const denied = await brief(flag, part);

      // Assess
      for (const { exitCode, err, site } of [unsigned, denied]) {
        expect(exitCode).toBe(EXIT_CODES.permission);
        expect(err).toMatch(/PermissionDeniedError/);
        expect(site.paths).toEqual([]);
      }
    },
  );
});
