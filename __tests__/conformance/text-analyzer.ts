import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Mention, SourceWithPassages } from '../../contracts/index.ts';
import { Analysis } from '../../contracts/index.ts';
import type { TextAnalyzer } from '../../services/analysis/text-analyzer.ts';
import { documentOf, pageOf } from './source-of.ts';

const ABOUT = pageOf('W1', [
  '# Robots that carry the load',
  'Acme Robotics GmbH builds warehouse robots for grocers. Our warehouse robots handle 1,200 picks per hour, and customers love them.',
  'Acme Robotics was founded in Berlin on March 3, 2014 by Maria Lindqvist. The company works with Microsoft and grew by 45% last year.',
  'Maria Lindqvist says that warehouse robots make hard work safe and pleasant. ACME Robotics hires in Berlin.',
]);

const RESUME = documentOf('D1', [
  'Alex Morgan',
  'Software engineer at Microsoft in Oslo, Norway. Built warehouse robots that people were happy with.',
]);

const GERMAN = pageOf('W2', [
  'Die Acme Robotics GmbH baut seit vielen Jahren Roboter für Lager und sucht freundliche Menschen, die gerne mit anderen arbeiten.',
]);

/** What every text analyzer must do, whatever it works with. `makeAnalyzer` is called once a test. */
export function textAnalyzerConformance(name: string, makeAnalyzer: () => TextAnalyzer): void {
  describe(`${name} is a text analyzer`, () => {
    resultKeepsToTheContract(makeAnalyzer);
    entitiesAreFoundAndJoined(makeAnalyzer);
    anyTextCanBeAnalyzed(makeAnalyzer);
  });
}

function resultKeepsToTheContract(makeAnalyzer: () => TextAnalyzer): void {
  test('an analysis keeps to the contract and names its analyzer', async () => {
    // Prepare
    const analyzer = makeAnalyzer();
    // Act
    const analysis = await analyzer.analyze({ company_name: 'Acme Robotics', sources: [ABOUT, RESUME] });
    // Assess
    expect(() => Analysis.parse(analysis)).not.toThrow();
    expect(analysis.analyzer).toBe(analyzer.name);
    expect(analysis.sources.map(({ source_id, language }) => [source_id, language])).toEqual([
      ['W1', 'en'],
      ['D1', 'en'],
    ]);
    expect(analysis.usage.characters).toBe(
      [ABOUT, RESUME].flatMap(({ passages }) => passages).reduce((sum, { text }) => sum + text.length, 0),
    );
  });

  test('without sources there is nothing to tell', async () => {
    // Prepare, Act
    const { sources, entities, key_phrases, gaps, usage } = await makeAnalyzer().analyze({
      company_name: 'Acme',
      sources: [],
    });
    // Assess
    expect({ sources, entities, key_phrases, gaps, characters: usage.characters }).toEqual({
      sources: [],
      entities: [],
      key_phrases: [],
      gaps: [],
      characters: 0,
    });
  });

  test('lists are sorted by count, then name', async () => {
    // Prepare, Act
    const { entities, key_phrases } = await makeAnalyzer().analyze({
      company_name: 'Acme Robotics',
      sources: [ABOUT, RESUME],
    });
    // Assess
    for (const list of [
      entities.map(({ count, name }) => ({ count, name })),
      key_phrases.map(({ count, text }) => ({ count, name: text })),
    ]) {
      expect(list.length).toBeGreaterThan(1);
      expect(list).toEqual(
        list.toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1)),
      );
    }
  });

  test('a source in another language has its language told, and its sentiment or a gap that names both', async () => {
    // Prepare, Act
    const { sources, gaps } = await makeAnalyzer().analyze({ company_name: 'Acme Robotics', sources: [GERMAN] });
    // Assess
    expect(sources[0]?.language).toBe('de');
    const gap = gaps.find(({ where, sought }) => where.includes('W2') && sought.includes('German'));
    expect(sources[0]?.sentiment !== undefined || gap !== undefined).toBe(true);
  });

  test('an aborted analysis ends with the reason of the abort', async () => {
    // Prepare
    const reason = new Error('the deadline is over');
    // Act
    const analyzing = makeAnalyzer().analyze({
      company_name: 'Acme',
      sources: [ABOUT],
      signal: AbortSignal.abort(reason),
    });
    // Assess
    await expect(analyzing).rejects.toBe(reason);
  });
}

function entitiesAreFoundAndJoined(makeAnalyzer: () => TextAnalyzer): void {
  test('people, places, organizations, dates and quantities are found', async () => {
    // Prepare, Act
    const { entities } = await makeAnalyzer().analyze({ company_name: 'Acme Robotics', sources: [ABOUT, RESUME] });
    // Assess
    const named = entities.map(({ type, name }) => `${type} ${name}`);
    expect(named).toEqual(
      expect.arrayContaining([
        'PERSON Maria Lindqvist',
        'LOCATION Berlin',
        'ORGANIZATION Microsoft',
        'DATE March 3, 2014',
        'QUANTITY 45%',
      ]),
    );
  });

  test('the company is one entity, whatever form of its name is used', async () => {
    // Prepare, Act
    const { entities } = await makeAnalyzer().analyze({ company_name: 'Acme Robotics', sources: [ABOUT] });
    // Assess
    const companies = entities.filter(({ is_company }) => is_company);
    expect(companies).toHaveLength(1);
    expect(companies[0]).toMatchObject({ type: 'ORGANIZATION', count: 3, source_ids: ['W1'] });
    expect([companies[0]?.name, ...(companies[0]?.variants ?? [])].toSorted()).toEqual([
      'ACME Robotics',
      'Acme Robotics',
      'Acme Robotics GmbH',
    ]);
  });

  test('what several sources name is one entity with all its sources', async () => {
    // Prepare, Act
    const { entities, key_phrases } = await makeAnalyzer().analyze({
      company_name: 'Acme Robotics',
      sources: [ABOUT, RESUME],
    });
    // Assess
    expect(entities.find(({ name }) => name === 'Microsoft')).toMatchObject({ count: 2, source_ids: ['W1', 'D1'] });
    expect(key_phrases.find(({ text }) => text === 'warehouse robots')).toMatchObject({
      count: 4,
      source_ids: ['W1', 'D1'],
    });
  });
}

function anyTextCanBeAnalyzed(makeAnalyzer: () => TextAnalyzer): void {
  test('every mention is exactly a form that was found, in any text', async () => {
    const analyzer = makeAnalyzer();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyLine(), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('Acme', 'Acme Inc.', '…', '株式会社アクメ'),
        async (lines, company_name) => {
          // Prepare
          const source = pageOf('W1', lines);
          // Act
          const analysis = await analyzer.analyze({ company_name, sources: [source] });
          // Assess
          expect(() => Analysis.parse(analysis)).not.toThrow();
          for (const { name, variants, mentions } of analysis.entities) {
            for (const mention of mentions) expect([name, ...variants]).toContain(formAt(source, mention));
          }
          for (const { text, mentions } of analysis.key_phrases) {
            for (const mention of mentions) expect(formAt(source, mention)?.length).toBeGreaterThan(0);
            expect(mentions.map((mention) => formAt(source, mention))).toContain(text);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
}

/** Lines of words that analyzers trip over, glued with marks, and lines of anything. */
function anyLine(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    'Acme',
    'Acme Inc.',
    'Dr.',
    'Jane',
    'Doe',
    "O'Brien",
    'CTO',
    'of',
    'the',
    'Head',
    'Berlin',
    '3',
    '$4.5M',
    '45%',
    'March',
    '2024',
    'TypeScript',
    'constructor',
    '__proto__',
    '株式会社',
    'ロボット',
    '👩‍💻',
    'ﬁne',
  );
  const words = fc
    .array(fc.tuple(word, fc.constantFrom(' ', ', ', '-', '. ', ': ', '', ' & ')), { minLength: 1, maxLength: 12 })
    .map((pairs) => pairs.flat().join(''));
  return fc
    .oneof(words, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }))
    .filter((line) => line.trim() !== '');
}

function formAt({ passages }: SourceWithPassages, { passage_id, start, end }: Mention): string | undefined {
  return passages.find((passage) => passage.passage_id === passage_id)?.text.slice(start, end);
}
