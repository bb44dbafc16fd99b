import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../contracts/index.ts';
import { withLaterYears, yearsGoneBy } from '../../local/demo/later-years.ts';
import { DUTCH_SITE } from '../fixtures/languages/dutch-site.ts';
import { FRENCH_SITE } from '../fixtures/languages/french-site.ts';
import { FRENCH_TIMBER_SITE } from '../fixtures/languages/french-timber-site.ts';
import { GERMAN_SITE } from '../fixtures/languages/german-site.ts';
import { GERMAN_TRANSIT_SITE } from '../fixtures/languages/german-transit-site.ts';
import { ITALIAN_SITE } from '../fixtures/languages/italian-site.ts';
import { JAPANESE_FREIGHT_SITE } from '../fixtures/languages/japanese-freight-site.ts';
import { JAPANESE_SITE } from '../fixtures/languages/japanese-site.ts';
import type { LanguageSite, PlantedFact } from '../fixtures/languages/language-site.ts';
import { PORTUGUESE_SITE } from '../fixtures/languages/portuguese-site.ts';
import { SPANISH_SITE } from '../fixtures/languages/spanish-site.ts';
import type { Scenario } from '../fixtures/wild-web/wild-server.ts';
import { serveScenario } from '../fixtures/wild-web/wild-server.ts';
import { runCommand } from '../support/run-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Share of the planted facts that a brief of a site in another language has to tell. */
const MIN_TOLD = 0.8;

const folder = await temporaryFolder('languages');

/** Years by which the sites are later than they were written: what they tell of has to stay news. */
const YEARS = yearsGoneBy(new Date());

const later = (text: string): string => withLaterYears(text, YEARS);

/** A site as it would be written today. */
function ofToday(site: Scenario): Scenario {
  return (path, request) => {
    const reply = site(withLaterYears(path, -YEARS), request);
    return typeof reply?.body === 'string' ? { ...reply, body: later(reply.body) } : reply;
  };
}

/** The brief of a site, made with the command. */
async function briefOf({ company, site }: LanguageSite): Promise<Brief> {
  const served = await serveScenario(ofToday(site));
  const [data, out] = [join(folder, `data-${company}`), join(folder, `out-${company}`)];
  const where = ['--url', served.url, '--allow-host', served.host, '--data-dir', data, '--out', out];
  const { exitCode, err } = await runCommand(['brief', '--company', company, ...where]);
  await served.close();
  expect([exitCode, err]).toEqual([EXIT_CODES.done, expect.anything()]);
  return Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
}

/** Whether one claim of the section tells a fact, and the words it cites bear it in the original. */
function tells({ sections }: Brief, { section, words }: PlantedFact): boolean {
  const claims = sections.find(({ section_id }) => section_id === section)?.claims ?? [];
  return claims.some(({ statement, citations }) => {
    const quotes = citations.map(({ quote }) => quote).join(' ');
    return words.map(later).every((word) => statement.includes(word) && quotes.includes(word));
  });
}

/** Whether a claim of the section says the words, whatever it cites. */
function says({ sections }: Brief, { section, words }: PlantedFact): boolean {
  const claims = sections.find(({ section_id }) => section_id === section)?.claims ?? [];
  return claims.some(({ statement }) => words.map(later).every((word) => statement.includes(word)));
}

describe('a site that is not in English', () => {
  it.each([
    GERMAN_SITE,
    GERMAN_TRANSIT_SITE,
    FRENCH_SITE,
    FRENCH_TIMBER_SITE,
    JAPANESE_SITE,
    JAPANESE_FREIGHT_SITE,
    SPANISH_SITE,
    ITALIAN_SITE,
    DUTCH_SITE,
    PORTUGUESE_SITE,
  ])(
    'tells what is planted in it, cited in the original, and falls into no trap: $language, $company',
    async (site) => {
      // Act
      const brief = await briefOf(site);

      // Assess
      const missed = site.facts.filter((fact) => !tells(brief, fact));
      expect({ missed, share: 1 - missed.length / site.facts.length >= MIN_TOLD }).toMatchObject({ share: true });
      expect(JSON.stringify(brief.sections.find(({ section_id }) => section_id === 'leadership'))).not.toContain(
        'Valmont',
      );
      expect((site.absent ?? []).filter((trap) => says(brief, trap))).toEqual([]);
      expect(missed.filter(({ section }) => ['leadership', 'open_roles', 'recent_news'].includes(section))).toEqual([]);
      expect(brief.gaps.filter(({ sought }) => sought.includes('text in')).map(({ sought }) => sought)).toEqual([
        expect.stringMatching(/^sentiment of text in /),
      ]);
    },
  );
});
