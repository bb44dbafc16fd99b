import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { onePageSite } from '../../fixtures/wild-web/scenarios.ts';
import type { WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import type { CommandResult } from '../../support/run-command.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Bytes of the file that is far too large; it is sparse, so it takes no room. */
const HUGE_BYTES = 200 * 1_048_576;

const folder = await temporaryFolder('odd-documents');
let site: WildSite;
let runs = 0;

async function encryptedPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText('Nobody may read this.');
  pdf.encrypt({ userPassword: 'secret', ownerPassword: 'more secret' });
  return pdf.save();
}

beforeAll(async () => {
  site = await serveScenario(onePageSite);
  await writeFile(join(folder, 'encrypted.pdf'), await encryptedPdf());
  await writeFile(join(folder, 'corrupt.pdf'), `%PDF-1.7\n${'garbage '.repeat(200)}`);
  await writeFile(join(folder, 'zip.pdf'), zipSync({ 'notes.bin': new Uint8Array(64) }));
  await writeFile(join(folder, 'empty.txt'), '');
  await writeFile(
    join(folder, 'unknown.xyz'),
    new Uint8Array(5_000).map((_, index) => (index * 131) % 256),
  );
  await writeFile(join(folder, 'huge.pdf'), '%PDF-1.7\n');
  await truncate(join(folder, 'huge.pdf'), HUGE_BYTES);
});

afterAll(() => site.close());

async function brief(...flags: string[]): Promise<CommandResult & { readonly out_folder: string }> {
  runs += 1;
  const out_folder = join(folder, `out-${runs}`);
  await mkdir(out_folder, { recursive: true });
  const argv = [
    'brief',
    '--company',
    'Brightwell Instruments',
    '--data-dir',
    join(folder, `data-${runs}`),
    '--out',
    out_folder,
    '--deadline',
    '200',
    ...flags,
  ];
  return { ...(await runCommand(argv)), out_folder };
}

const ROWS = [
  { file: 'encrypted.pdf', says: /password/i },
  { file: 'corrupt.pdf', says: /damaged|corrupt|not a (?:valid )?PDF|cannot be read/i },
  { file: 'zip.pdf', says: /zip/i },
  { file: 'empty.txt', says: /empty/i },
  { file: 'unknown.xyz', says: /type|format|not .*text/i },
];

describe('a document that cannot be read', () => {
  it.each(ROWS)('$file is a gap in a brief about everything else', async ({ file, says }) => {
    // Act
    const { exitCode, out_folder } = await brief(
      '--url',
      site.url,
      '--allow-host',
      site.host,
      '--resume',
      join(folder, file),
    );

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    const written = Brief.parse(JSON.parse(await readFile(join(out_folder, 'brief.json'), 'utf8')));
    expect(written.degraded).toBe(true);
    const gap = written.gaps.find(({ where }) => where === file);
    expect(gap).toMatchObject({ sought: 'the resume', error: 'UnreadableDocumentError' });
    expect(gap?.reason).toMatch(says);
    expect(gap?.remedy).toMatch(/[a-z]/);
    expect(gap?.reason).not.toContain(gap?.remedy);
  });

  it('without anything else the run has no evidence and names the document and the remedy', async () => {
    // Act
    const { exitCode, err } = await brief(
      '--url',
      'https://no-such-name.invalid',
      '--document',
      join(folder, 'encrypted.pdf'),
    );

    // Assess
    expect(exitCode).toBe(EXIT_CODES.no_evidence);
    expect(err).toMatch(/encrypted\.pdf.*password/is);
    expect(err).toMatch(/What to do: /);
  });

  it('one of 200 MB is refused before it is read', async () => {
    // Act
    const { exitCode, err } = await brief(
      '--url',
      site.url,
      '--allow-host',
      site.host,
      '--document',
      join(folder, 'huge.pdf'),
    );

    // Assess
    expect(exitCode).toBe(EXIT_CODES.no_evidence);
    expect(err).toMatch(/UnreadableDocumentError: huge\.pdf has 200 MB/);
    expect(err).toMatch(/What to do: Give only the pages that matter/);
  });

  it('more pages than one run takes are a mistake of the command line, said in plain words', async () => {
    // Act
    const also = Array.from({ length: 11 }, (_, index) => ['--also', `${site.url}page-${index}`]).flat();
    const { exitCode, err } = await brief('--url', site.url, ...also);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/--also takes at most 10 addresses a run\./);
  });

  it('a file that is not there is a mistake of the command line', async () => {
    // Act
    const { exitCode, err } = await brief('--url', site.url, '--resume', 'no-such-resume.pdf');

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/no-such-resume\.pdf cannot be opened/);
  });

  it('standard input that is empty is a mistake of the command line', async () => {
    // Act
    const { exitCode, err } = await brief('--url', site.url, '--job', '-');

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(/standard input/);
  });
});
