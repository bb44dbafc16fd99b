import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { onePageSite } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { drawnPage, scannedPdf } from '../../services/documents/scans/drawn-page.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('scans');
const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

async function brief(name: string, ...flags: readonly string[]) {
  const site = await serveScenario(onePageSite);
  closing.push(site);
  const out = join(folder, name);
  const where = [
    '--url',
    site.url,
    '--allow-host',
    site.host,
    '--data-dir',
    join(folder, `${name}-data`),
    '--out',
    out,
  ];
  const result = await runCommand(['brief', '--company', 'Brightwell Instruments', ...where, ...flags]);
  const written = Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
  return { ...result, out, written };
}

describe('a scan on the command line', () => {
  it('is read on this machine unless it is told otherwise, resume and job description alike', async () => {
    // Prepare
    const job = join(folder, 'job.png');
    const resume = join(folder, 'resume.pdf');
    await writeFile(job, drawnPage([['Requirements', 'Five years of TypeScript']]).toBuffer('image/png'));
    await writeFile(
      resume,
      await scannedPdf(
        drawnPage([['EXPERIENCE', 'Engineer, Acme, 2012 - 2024', 'Wrote TypeScript for warehouse robots']]),
      ),
    );

    // Act
    const { exitCode, written, out } = await brief('local', '--job', job, '--resume', resume);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    expect(await readFile(join(out, 'sources/D2.txt'), 'utf8')).toContain('Five years of TypeScript');
    expect(written.made_by.ocr).toBe('local');
    expect(written.sources.find(({ source_id }) => source_id === 'D1')?.warnings.join()).toMatch(
      /text recognition \(local/,
    );
    expect(written.sections.find(({ section_id }) => section_id === 'fit')?.claims[0]?.fit).toMatchObject({
      requirement: 'Five years of TypeScript',
    });
  });

  it('is a gap with its remedy when text recognition is off', async () => {
    // Prepare
    const resume = join(folder, 'unread.pdf');
    await writeFile(resume, await scannedPdf(drawnPage([['EXPERIENCE']], { width: 300 })));

    // Act
    const { exitCode, written } = await brief('off', '--resume', resume, '--ocr', 'off');

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    expect(written.made_by.ocr).toBe('off');
    expect(written.gaps.find(({ where }) => where === 'unread.pdf')).toMatchObject({
      reason: expect.stringContaining('PDF without text'),
      remedy: expect.stringContaining('--ocr local'),
    });
  });
});
