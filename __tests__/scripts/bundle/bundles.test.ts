import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { unzipSync } from 'fflate';
import type { LambdaName } from '../../../contracts/functions.ts';
import { LAMBDA_NAMES, LAMBDAS } from '../../../contracts/functions.ts';
import { isFresh } from '../../../scripts/bundle/bundle-manifest.ts';
import { bundlesHash, promotionFault } from '../../../scripts/bundle/bundles-hash.ts';
import { sizeReport } from '../../../scripts/bundle/size-budgets.ts';
import { writeBundles } from '../../../scripts/bundle/write-bundles.ts';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { invokeFunction, unpackFunction } from '../../support/bundles/invoke-function.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../../..');
const SUPPORT = join(ROOT, '__tests__/support/bundles');

/** A document that the repository ships. */
const PDF = 'local/demo/documents/resume.pdf';

/** What goes into bundles, and what decides about them. */
const SOURCES = ['contracts', 'services', 'handlers', 'package.json', 'package-lock.json'];

/** Bundling everything is minutes of work on a machine that does something else as well. */
const SLOW_MS = 180_000;

const folder = await temporaryFolder('bundles');
const here = join(folder, 'here');
let sizes: readonly { readonly name: LambdaName; readonly bytes: number }[] = [];

/** A checkout that nobody edits while it is bundled. */
const sources = join(folder, 'sources');

beforeAll(async () => {
  for (const path of SOURCES) cpSync(join(ROOT, path), join(sources, path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(sources, 'node_modules'));
  sizes = await writeBundles(sources, here);
});

/** The folder of a function, unpacked as Lambda does. */
function unpack(name: LambdaName): string {
  return unpackFunction(join(here, `${name}.zip`), join(folder, 'task', name));
}

function invoke(name: LambdaName, event: unknown) {
  return invokeFunction({ task: unpack(name), name, event });
}

/** A request of API Gateway that nobody signed. */
function request(method: string, path: string): unknown {
  return {
    version: '2.0',
    rawPath: path,
    headers: {},
    isBase64Encoded: false,
    requestContext: { requestId: 'r-1', http: { method, path } },
  };
}

describe('the bundles', () => {
  test('are the same bytes from another path, at another time, in another time zone and with other file permissions', async () => {
    // Prepare
    const elsewhere = join(folder, 'some where', 'else');
    for (const path of SOURCES) cpSync(join(sources, path), join(elsewhere, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(elsewhere, 'node_modules'));

    // Act
    const script = join(SUPPORT, 'write-bundles-elsewhere.ts');
    await run(process.execPath, [script, elsewhere, join(folder, 'there')], {
      env: { ...process.env, TZ: 'Pacific/Auckland' },
    });

    // Assess
    for (const name of LAMBDA_NAMES) {
      const [one, other] = ['here', 'there'].map((where) => readFileSync(join(folder, where, `${name}.zip`)));
      expect([name, other?.equals(one ?? Buffer.alloc(0))]).toEqual([name, true]);
    }
    expect(promotionFault(here, bundlesHash(here))).toBeUndefined();
  });

  test('stay within their budgets', () => {
    expect(sizeReport(sizes)).toMatchObject({ exceeded: [] });
  });

  test('carry neither a source map nor a native module nor a path of this machine', () => {
    for (const name of LAMBDA_NAMES) {
      const files = unzipSync(readFileSync(join(here, `${name}.zip`)));
      expect(Object.keys(files).filter((path) => /\.(map|node|ts)$/.test(path))).toEqual([]);
      expect(Buffer.from(files['index.mjs'] ?? []).includes(ROOT)).toBe(false);
    }
  });

  test('hold pdf.js and its character maps where documents are read, and nowhere else', () => {
    const withMaps = LAMBDA_NAMES.filter((name) =>
      Object.keys(unzipSync(readFileSync(join(here, `${name}.zip`)))).some((path) => path.endsWith('.bcmap')),
    );
    expect(withMaps).toEqual(['ScrapeCompany', 'ParseDocuments']);
  });

  test('hold the SDK of a service only where the function may use it', () => {
    // Names of the services' shapes, which their SDK carries.
    const having = (service: string) =>
      LAMBDA_NAMES.filter((name) => readModule(name).includes(`com.amazonaws.${service}`));
    expect(having('bedrockruntime')).toEqual(['GenerateBrief']);
    expect(having('textract')).toEqual(['ParseDocuments']);
    expect(having('ssm')).toEqual(['StartPipeline']);
    expect(having('comprehend')).toEqual(['AnalyzeWithComprehend']);
    expect(having('dynamodb')).toEqual(
      LAMBDA_NAMES.filter((name) => name !== 'CreateDocument' && name !== 'GetHealth'),
    );
  });

  test('are refused for promotion when one of them is another', () => {
    // Prepare
    const other = join(folder, 'other');
    cpSync(here, other, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8'));
    manifest.functions.GetHealth.sha256 = '0'.repeat(64);
    writeFileSync(join(other, 'manifest.json'), JSON.stringify(manifest));

    // Act
    const fault = promotionFault(other, bundlesHash(here));

    // Assess
    expect(fault).toContain(`not ${bundlesHash(here)}. Check out the commit that was deployed before`);
    expect(promotionFault(other, undefined)).toBeUndefined();
  });

  test('are known to be those of the sources until one of them changes', () => {
    // Prepare
    const fresh = isFresh(sources, here);
    const manifest = JSON.parse(readFileSync(join(here, 'manifest.json'), 'utf8'));
    const changed = join(folder, 'changed');
    cpSync(here, changed, { recursive: true });
    manifest.sources['contracts/limits.ts'] = '0'.repeat(64);
    writeFileSync(join(changed, 'manifest.json'), JSON.stringify(manifest));

    // Act and assess
    expect([fresh, isFresh(sources, changed), isFresh(sources, join(folder, 'absent'))]).toEqual([true, false, false]);
  });
});

describe('each function in a clean process', () => {
  const steps = LAMBDA_NAMES.filter((name) => !LAMBDAS[name].environment.includes('API_AUTHORIZER'));
  const routes = LAMBDA_NAMES.filter(
    (name) => LAMBDAS[name].environment.includes('API_AUTHORIZER') && name !== 'GetHealth',
  );

  test.each(steps)('%s is loaded and refuses an event that is not for it by the declared error', async (name) => {
    expect(await invoke(name, {})).toMatchObject({ errorType: 'RejectedInputError' });
  });

  test.each(routes)('%s is loaded and answers an unsigned request with problem details', async (name) => {
    // Act
    const { answer } = await invoke(name, request('GET', '/pipeline'));

    // Assess
    const { statusCode, headers } = answer as { statusCode: number; headers: Record<string, string> };
    expect([401, 403, 500]).toContain(statusCode);
    expect(headers['content-type']).toBe('application/problem+json');
  });

  test('GetHealth says that the API answers, and that there is no such route', async () => {
    expect(await invoke('GetHealth', request('GET', '/health'))).toMatchObject({ answer: { statusCode: 200 } });
    expect(await invoke('GetHealth', request('GET', '/nowhere'))).toMatchObject({ answer: { statusCode: 404 } });
  });

  test('ParseDocuments brings a parser that reads PDF by itself', async () => {
    // Prepare
    const task = unpack('ParseDocuments');
    const reader = createDocumentReader({
      entry: pathToFileURL(join(task, 'parser-child.mjs')),
      pdfjs_folder: join(task, 'pdfjs/'),
    });
    const bytes = readFileSync(join(ROOT, PDF));

    // Act
    const { blocks } = await reader.read({ file_name: 'sheet.pdf', bytes, deadline: new Date(Date.now() + SLOW_MS) });

    // Assess
    expect(blocks.length).toBeGreaterThan(3);
  });
});

function readModule(name: LambdaName): string {
  return Buffer.from(unzipSync(readFileSync(join(here, `${name}.zip`)))['index.mjs'] ?? []).toString('utf8');
}
