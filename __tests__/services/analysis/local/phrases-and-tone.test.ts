import { describe, expect, test } from '@jest/globals';
import { documentOf, pageOf } from '../../../conformance/source-of.ts';
import { analyze } from './analyze.ts';

describe('key phrases', () => {
  test('are noun phrases, joined over number and case, with the ones that several sources use scored highest', async () => {
    // Prepare
    const product = pageOf('W1', [
      'Our warehouse robots lift heavy boxes. A warehouse robot never tires. The control room shows every robot.',
    ]);
    const career = pageOf('W2', [
      'You will teach Warehouse robots to see. You will like the control room. There is a lunch table.',
    ]);
    // Act
    const { key_phrases } = await analyze(product, career);
    // Assess
    const [first, second] = key_phrases.toSorted((left, right) => right.score - left.score);
    expect(first).toMatchObject({ text: 'warehouse robots', count: 3, source_ids: ['W1', 'W2'], score: 1 });
    expect(second).toMatchObject({ text: 'control room', count: 2, source_ids: ['W1', 'W2'] });
  });

  test('are not menus, vague words, headings alone, names, or frames that every page repeats', async () => {
    // Prepare
    const frame = 'Good neighbors share a small cookie banner that tells the whole legal story of tracking pixels.';
    const lines = [
      '# Shiny Headline Words',
      'Read more on the next page.',
      'This is a great thing in many ways.',
      'Maria Lindqvist lives in Oslo.',
      frame,
    ];
    // Act
    const { key_phrases } = await analyze(pageOf('W1', lines), pageOf('W2', [frame]), pageOf('W3', [frame]));
    // Assess
    expect(key_phrases.filter(({ text }) => /page|thing|headline|lindqvist|oslo|cookie/i.test(text))).toEqual([]);
    expect(key_phrases.every(({ count }) => count === 1)).toBe(true);
  });

  test('of a resume include what stands in short lines', async () => {
    // Prepare, Act
    const { key_phrases } = await analyze(
      documentOf('D1', ['# Skills', 'Payment Systems', 'Ran the payment systems of a bank.']),
    );
    // Assess
    expect(key_phrases[0]).toMatchObject({ count: 2, source_ids: ['D1'] });
    expect(key_phrases[0]?.text.toLowerCase()).toBe('payment systems');
  });
});

describe('sentiment', () => {
  const praise = 'We love our wonderful customers and they are very happy with the excellent, friendly service.';
  const blame =
    'The terrible product failed badly, the awful support was rude, and everybody hated the horrible delays.';
  const fact = 'The office is on the second floor of a building near the station and opens at nine on weekdays.';

  test.each([
    ['POSITIVE', [praise, praise]],
    ['NEGATIVE', [blame, blame]],
    ['NEUTRAL', [fact, fact]],
    ['MIXED', [praise, blame]],
  ])('%s', async (label, lines) => {
    // Prepare, Act
    const { sources } = await analyze(pageOf('W1', lines));
    // Assess
    const sentiment = sources[0]?.sentiment;
    expect(sentiment?.label).toBe(label);
    expect(
      (sentiment?.positive ?? 0) + (sentiment?.negative ?? 0) + (sentiment?.neutral ?? 0) + (sentiment?.mixed ?? 0),
    ).toBeCloseTo(1, 5);
  });

  test('of a few words is not told', async () => {
    // Prepare, Act
    const { sources, gaps } = await analyze(pageOf('W1', ['We love our wonderful customers here.']));
    // Assess
    expect(sources[0]?.sentiment).toBeUndefined();
    expect(gaps).toEqual([]);
  });
});
