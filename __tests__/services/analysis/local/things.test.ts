import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { EntityType } from '../../../../contracts/index.ts';
import { nameKey, withoutLegalForms } from '../../../../services/analysis/merge/legal-forms.ts';
import { pageOf } from '../../../conformance/source-of.ts';
import { analyze, namesOf } from './analyze.ts';

describe('organizations, places, products, dates and quantities', () => {
  test.each<[EntityType, string, string[]]>([
    [
      'ORGANIZATION',
      'We raised money from Sequoia Capital and Kestrel Ventures last year.',
      ['Kestrel Ventures 1', 'Sequoia Capital 1'],
    ],
    [
      'ORGANIZATION',
      'She taught at the University of Oslo and worked for Brightwater GmbH before.',
      ['Brightwater GmbH 1', 'University of Oslo 1'],
    ],
    [
      'ORGANIZATION',
      'Customers like Northgate Foods, Helsa and Brimstad trust us.',
      ['Brimstad 1', 'Helsa 1', 'Northgate Foods 1'],
    ],
    [
      'LOCATION',
      'We have teams in San Francisco, Oslo and Germany, and an office in Hjelmeland.',
      ['Germany 1', 'Hjelmeland 1', 'Oslo 1', 'San Francisco 1'],
    ],
    [
      'COMMERCIAL_ITEM',
      'We write TypeScript, run PostgreSQL and stream with Apache Kafka.',
      ['Apache Kafka 1', 'PostgreSQL 1', 'TypeScript 1'],
    ],
    ['COMMERCIAL_ITEM', 'Acme PickBot 3 is new. Everybody likes the PickBot 3 already.', ['Acme PickBot 3 2']],
    ['EVENT', 'Meet us at the Nordic Robotics Summit in spring.', ['Nordic Robotics Summit 1']],
    [
      'DATE',
      'Founded in 2014; the round closed on March 3, 2025 and was told on 2025-03-04. Last week it rained.',
      ['2014 1', '2025-03-04 1', 'March 3, 2025 1'],
    ],
    [
      'QUANTITY',
      'We raised €25 million, grew by 45% to $4.5M, and 120 engineers handle 1,200 picks with 99.9 % uptime.',
      ['$4.5M 1', '1,200 picks 1', '120 engineers 1', '45% 1', '99.9 % 1', '€25 million 1'],
    ],
    ['QUANTITY', 'We keep ISO 27001 and need 5+ years with Python 3.12 between 6:00pm and 9:00pm.', ['5+ years 1']],
  ])('%s: %s', async (type, line, expected) => {
    // Prepare, Act
    const names = await namesOf(type, line);
    // Assess
    expect(names).toEqual(expected);
  });

  test('words that are capitalized for weight name nothing', async () => {
    // Prepare
    const page = pageOf('W1', [
      '# Grow With Us',
      '- Adaptive, Collaborative and Curious',
      '- Health Insurance',
      '- Retention',
      'Great People Deserve Great Tools',
      'We value Ownership.',
    ]);
    // Act
    const { entities } = await analyze(page);
    // Assess
    expect(entities).toEqual([]);
  });

  test('variants of a company join under its most used form', async () => {
    // Prepare
    const page = pageOf('W1', [
      'We bought Brightwater GmbH. Brightwater makes pumps. Everyone knows BRIGHTWATER now, and Brightwater knows us.',
    ]);
    // Act
    const { entities } = await analyze(page);
    // Assess
    expect(entities.filter(({ name }) => /bright/i.test(name))).toMatchObject([
      { name: 'Brightwater', count: 4, variants: ['Brightwater GmbH', 'BRIGHTWATER'] },
    ]);
  });

  test.each([
    ['Acme Robotics GmbH & Co. KG', 'Acme Robotics'],
    ['Acme, Inc.', 'Acme'],
    ['Acme AS', 'Acme'],
    ['Bank as a Service', 'Bank as a Service'],
    ['GmbH', 'GmbH'],
  ])('%s without legal forms is %s', (name, expected) => {
    expect(withoutLegalForms(name)).toBe(expected);
  });

  test('the key of a name is never empty and does not depend on case or legal form', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
        (name) => {
          expect(nameKey(name)).not.toBe('');
          expect(nameKey(`Ab${name.toLowerCase().replace(/[^a-z]/g, '')}x GmbH`)).toBe(
            nameKey(`AB${name.toLowerCase().replace(/[^a-z]/g, '')}X, INC.`),
          );
        },
      ),
    );
  });
});
