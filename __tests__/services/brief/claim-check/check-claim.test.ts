import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { reasonToDrop } from '../../../../services/brief/claim-check/check-claim.ts';
import type { ClaimUnderCheck } from '../../../../services/brief/claim-check/claim-rule.ts';
import { lanternfishPages } from '../../../fixtures/brief/lanternfish-pages.ts';
import { FALSE_CLAIMS, TRUE_CLAIMS } from './claims.ts';

function claim(statement: string, quotes: readonly string[], more: Partial<ClaimUnderCheck> = {}): ClaimUnderCheck {
  return { statement, quotes, basis: 'stated', company_name: 'Lanternfish', context: [], source_dates: [], ...more };
}

const passages = lanternfishPages.flatMap(({ passages }) => passages.map(({ text }) => text));

describe('a stated claim', () => {
  it.each(FALSE_CLAIMS)('is dropped: $why', ({ statement, quotes, reason }) => {
    expect(reasonToDrop(claim(statement, quotes))).toBe(reason);
  });

  it.each(TRUE_CLAIMS)('stays: $why', ({ statement, quotes }) => {
    expect(reasonToDrop(claim(statement, quotes))).toBeUndefined();
  });

  it('stays when it is the quote itself, whatever the quote is', () => {
    fc.assert(fc.property(fc.constantFrom(...passages), (text) => reasonToDrop(claim(text, [text])) === undefined));
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => reasonToDrop(claim(text, [text])) === undefined));
  });

  it('is dropped when any number of a quote is changed', () => {
    const numbered = passages.filter((text) => /(?<![\p{L}\d])\d{2,3}(?![\d,.\p{L}])/u.test(text));
    fc.assert(
      fc.property(fc.constantFrom(...numbered), fc.integer({ min: 1_001, max: 1_899 }), (text, other) => {
        const changed = text.replace(/(?<![\p{L}\d])\d{2,3}(?![\d,.\p{L}])/u, String(other));
        return reasonToDrop(claim(changed, [text])) !== undefined;
      }),
    );
  });
});

describe('an inferred claim', () => {
  it('may say more than its quotes, but not name who or what they do not name', () => {
    const quotes = ['We moved telemetry from RabbitMQ to Kafka.'];
    expect(
      reasonToDrop(claim('Expect a question on why Kafka fits, and prepare an answer.', quotes, { basis: 'inferred' })),
    ).toBeUndefined();
    expect(reasonToDrop(claim('Expect a question on why Pulsar fits.', quotes, { basis: 'inferred' }))).toBe(
      'name_not_in_quote',
    );
    expect(reasonToDrop(claim('Expect 12 questions on Kafka.', quotes, { basis: 'inferred' }))).toBe(
      'number_not_in_quote',
    );
  });

  it('may name the role asked for and the title of a cited page', () => {
    const context = ['Senior Backend Engineer', 'Engineering at Lanternfish'];
    const statement = 'As Senior Backend Engineer, read “Engineering at Lanternfish” again.';
    expect(reasonToDrop(claim(statement, ['We use Go.'], { basis: 'inferred', context }))).toBeUndefined();
  });
});

describe('the date of a claim', () => {
  const quotes = ['Lanternfish opens an office in Porto'];
  const statement = quotes[0] ?? '';

  it('stands when the page bears it', () => {
    expect(
      reasonToDrop(claim(statement, quotes, { date: '2026-09-15', source_dates: ['2026-09-15'] })),
    ).toBeUndefined();
  });

  it('stands when a quote says it', () => {
    expect(reasonToDrop(claim(statement, [...quotes, '15 September 2026'], { date: '2026-09-15' }))).toBeUndefined();
  });

  it('drops the claim when neither does', () => {
    expect(reasonToDrop(claim(statement, quotes, { date: '2026-09-16', source_dates: ['2026-09-15'] }))).toBe(
      'date_not_in_source',
    );
  });
});
