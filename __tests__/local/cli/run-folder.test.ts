import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { healthySite } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { runCommand } from '../../support/run-command.ts';
import { briefFlags, briefIn } from './brief-flags.ts';

const flags = await briefFlags('run-folder');

describe('what a run leaves', () => {
  it('is the brief in three forms and the text of every source, so that each quote can be checked', async () => {
    // Prepare
    const site = await serveScenario(healthySite);
    const { argv, out } = flags(site);

    // Act
    const { exitCode, out: printed, err } = await runCommand(argv);
    await site.close();

    // Assess
    expect(exitCode).toBe(EXIT_CODES.done);
    const brief = await briefIn(out);
    expect((await readdir(out)).sort()).toEqual(['brief.html', 'brief.json', 'brief.md', 'sources']);
    const citations = brief.sections.flatMap(({ claims }) => claims.flatMap((claim) => claim.citations));
    expect(citations.length).toBeGreaterThan(0);
    for (const { source_id, start, end, quote } of citations) {
      const text = await readFile(join(out, 'sources', `${source_id}.txt`), 'utf8');
      expect(text.slice(start, end)).toBe(quote);
    }
    expect(printed).toMatch(
      new RegExp(`requests to ${site.host.replaceAll('.', '\\.')}; nothing else left the machine`),
    );
    expect(printed).toContain('What they do');
    const requests = `${site.paths.length} requests`;
    expect(err).toContain(`, ${requests}, `);
    expect(printed).toContain(`${requests} to ${site.host}`);
    expect(err).toMatch(/✔ Reading the website · \d+ pages/);
  });

  it('is JSON on standard output when asked for, and the same run can be taken apart with inspect', async () => {
    // Prepare
    const site = await serveScenario(healthySite);
    const { argv, data } = flags(site);

    // Act
    const { out } = await runCommand(
      [...argv, '--json', '--job', '-'],
      'Requirements\n- 5 years of TypeScript\n- Experience with PostgreSQL\n',
    );
    await site.close();

    // Assess
    const brief = Brief.parse(JSON.parse(out));
    expect(brief.sources.some((source) => source.kind === 'document' && source.purpose === 'job_description')).toBe(
      true,
    );
    const inspected = await runCommand(['inspect', brief.session_id, '--data-dir', data]);
    expect(inspected.out).toMatch(/GenerateBrief\s+succeeded/);
    expect(inspected.out).not.toContain('PostgreSQL');
  });

  it('can be written again from the finished run, without reading anything again', async () => {
    // Prepare
    const site = await serveScenario(healthySite);
    const { argv, data, out } = flags(site);
    await runCommand(argv);
    const first = await briefIn(out);
    await site.close();
    const elsewhere = join(out, 'written-again');

    // Act
    const again = await runCommand(['brief', '--continue', first.session_id, '--data-dir', data, '--out', elsewhere]);

    // Assess
    expect(again.exitCode).toBe(EXIT_CODES.done);
    expect(await briefIn(elsewhere)).toEqual(first);
  });
});
