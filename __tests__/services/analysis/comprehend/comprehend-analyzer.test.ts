import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pageOf } from '../../../conformance/source-of.ts';
import type { AwsJsonServer } from '../../../support/aws-protocol/aws-json-server.ts';
import { comprehendOnLoopback } from './comprehend-on-loopback.ts';

interface BatchRequest {
  readonly TextList: readonly string[];
  readonly LanguageCode?: string;
}

function textsSent(server: AwsJsonServer, operation: string): readonly BatchRequest[] {
  return server.requests.filter((request) => request.operation === operation).map(({ input }) => input as BatchRequest);
}

function expectWithinLimits(requests: readonly BatchRequest[], texts: readonly string[]): void {
  for (const { TextList, LanguageCode } of requests) {
    expect(TextList.length).toBeLessThanOrEqual(25);
    for (const text of TextList) {
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5_000);
      expect(text.includes('Wärme') ? 'de' : 'en').toBe(LanguageCode);
    }
  }
  const sent = requests.flatMap(({ TextList }) => TextList).join('');
  expect(sent.length).toBe(texts.join('').length);
}

const ENGLISH = 'Acme builds heat pumps for cold houses, and its customers like how quiet the machines are in winter.';
const GERMAN = 'Acme baut Wärmepumpen für kalte Häuser, und die Kunden mögen, wie leise die Geräte im Winter sind.';

describe('createComprehendAnalyzer', () => {
  test('keeps every request within 25 texts of 5 KB in one language, and sends every text once to each operation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ german: fc.boolean(), repeat: fc.integer({ min: 1, max: 400 }) }), {
          minLength: 1,
          maxLength: 8,
        }),
        async (pages) => {
          // Prepare
          await using loopback = await comprehendOnLoopback({
            languageOf: (text) => (text.includes('Wärme') ? 'de' : 'en'),
          });
          const sources = pages.map(({ german, repeat }, index) =>
            pageOf(`W${index + 1}`, [`Page ${index}. ${`${german ? GERMAN : ENGLISH} `.repeat(repeat)}`]),
          );
          // Act
          const { gaps } = await loopback.analyzer.analyze({ company_name: 'Acme', sources });
          // Assess: the service on loopback refuses what is beyond a limit, and a refusal would be a gap.
          expect(gaps).toEqual([]);
          const texts = sources.map(({ passages }) => passages[0]?.text ?? '');
          for (const operation of ['BatchDetectEntities', 'BatchDetectKeyPhrases', 'BatchDetectSentiment'])
            expectWithinLimits(textsSent(loopback.server, operation), texts);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('sends what repeats over pages once, and names it on every page', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback();
    const footer =
      'Acme works with Microsoft from its office in Berlin and answers questions on every day of the week.';
    const sources = [
      pageOf('W1', ['Heat pumps keep houses warm through the winter, and people like them.', footer]),
      pageOf('W2', ['Our engineers in Oslo like to talk about what they build and break.', footer]),
    ];
    // Act
    const { entities } = await loopback.analyzer.analyze({ company_name: 'Acme', sources });
    // Assess
    const sent = textsSent(loopback.server, 'BatchDetectEntities').flatMap(({ TextList }) => TextList);
    expect(sent.join('\n').split(footer)).toHaveLength(2);
    expect(entities.find(({ name }) => name === 'Microsoft')).toMatchObject({
      count: 2,
      source_ids: ['W1', 'W2'],
      mentions: [{ passage_id: 'W1.2' }, { passage_id: 'W2.2' }],
    });
  });

  test('counts units as they are billed: 100 characters each, three at least for a text of a request', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback({ languageOf: () => 'en' });
    const short = 'A short sentence of an English page.';
    const long = 'x'.repeat(1_001);
    // Act
    const { usage } = await loopback.analyzer.analyze({
      company_name: 'Acme',
      sources: [pageOf('W1', [short]), pageOf('W2', [long])],
    });
    // Assess: four operations, 3 units for the short text and 11 for the long one.
    expect(usage).toEqual({ characters: short.length + 1_001, comprehend_units: 4 * (3 + 11) });
  });

  test('keeps to the rate that it is given, operation by operation', async () => {
    // Prepare: 60 texts are three requests of each operation, 50 ms apart.
    await using loopback = await comprehendOnLoopback({ languageOf: () => 'en' }, { requests_per_second: 20 });
    const sources = Array.from({ length: 60 }, (_, page) =>
      pageOf(`W${page + 1}`, [`Page ${page} of a long document.`]),
    );
    const began = performance.now();
    // Act
    await loopback.analyzer.analyze({ company_name: 'Acme', sources });
    // Assess
    expect(performance.now() - began).toBeGreaterThanOrEqual(190);
    expect(textsSent(loopback.server, 'BatchDetectEntities').map(({ TextList }) => TextList.length)).toEqual([
      25, 25, 10,
    ]);
  });

  test('sends a refused item once more alone, and tells nothing when that helps', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback({
      refuse: (operation, text, batch) =>
        operation === 'BatchDetectEntities' && text.includes('Berlin') && batch > 1
          ? 'INTERNAL_SERVER_ERROR'
          : undefined,
    });
    // Act
    const { gaps, entities } = await loopback.analyzer.analyze({
      company_name: 'Acme',
      sources: [
        pageOf('W1', [ENGLISH]),
        pageOf('W2', ['The company has an office in Berlin, where most people work.']),
      ],
    });
    // Assess
    expect(gaps).toEqual([]);
    expect(entities.map(({ name }) => name)).toContain('Berlin');
    expect(textsSent(loopback.server, 'BatchDetectEntities').map(({ TextList }) => TextList.length)).toEqual([2, 1]);
  });

  test('names what stays refused, of which source and why', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback({
      refuse: (operation, text) =>
        operation === 'BatchDetectSentiment' && text.includes('quiet') ? 'INTERNAL_SERVER_ERROR' : undefined,
    });
    // Act
    const { gaps, sources } = await loopback.analyzer.analyze({
      company_name: 'Acme',
      sources: [pageOf('W1', [ENGLISH])],
    });
    // Assess
    expect(sources[0]).not.toHaveProperty('sentiment');
    expect(gaps).toEqual([
      expect.objectContaining({
        sought: 'sentiment of part of the text',
        where: 'W1 (https://acme.example/w1)',
        reason: expect.stringContaining('INTERNAL_SERVER_ERROR'),
      }),
    ]);
    expect(textsSent(loopback.server, 'BatchDetectSentiment')).toHaveLength(2);
  });

  test('sends nothing in a language that is not analyzed, and names it once', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback({ languageOf: () => 'da' });
    const danish = 'Vi bygger varmepumper til kolde huse, og vores kunder er glade for dem.';
    // Act
    const { gaps, sources } = await loopback.analyzer.analyze({
      company_name: 'Acme',
      sources: [pageOf('W1', [danish]), pageOf('W2', [`${danish} Ring til os.`])],
    });
    // Assess
    expect(sources.map(({ language }) => language)).toEqual(['da', 'da']);
    expect(gaps).toEqual([expect.objectContaining({ sought: expect.stringContaining('Danish') })]);
    expect(gaps[0]?.where).toContain('W2');
    expect(loopback.server.requests.map(({ operation }) => operation)).toEqual(['BatchDetectDominantLanguage']);
  });

  test('drops the article of a key phrase', async () => {
    // Prepare
    await using loopback = await comprehendOnLoopback();
    const text = 'The quiet heat pumps sell well. We repair our quiet heat pumps in every town of the country.';
    // Act
    const { key_phrases } = await loopback.analyzer.analyze({ company_name: 'Acme', sources: [pageOf('W1', [text])] });
    // Assess
    expect(key_phrases.map(({ text: phrase, count }) => [phrase, count])).toContainEqual(['quiet heat pumps', 2]);
  });
});
