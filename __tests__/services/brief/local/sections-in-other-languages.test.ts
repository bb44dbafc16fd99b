import { describe, expect, it } from '@jest/globals';
import type { PageKind } from '../../../../contracts/index.ts';
import type { SectionSelector } from '../../../../services/brief/local/claims.ts';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { cultureAndValues } from '../../../../services/brief/local/sections/culture-and-values.ts';
import { openRoles } from '../../../../services/brief/local/sections/open-roles.ts';
import { productsAndCustomers } from '../../../../services/brief/local/sections/products-and-customers.ts';
import { whatTheyDo } from '../../../../services/brief/local/sections/what-they-do.ts';
import { requestWith, sitePage } from './company.ts';

function told(section: SectionSelector, kind: PageKind, language: string, text: string, title?: string): string[] {
  const page = sitePage(kind, text, { language, ...(title === undefined ? {} : { title }) });
  return section(prepareEvidence(requestWith([page]))).map(({ statement }) => statement);
}

describe('open roles in other languages', () => {
  it('carry the place of the line below them, in as many claims as the citations need', () => {
    const roles = [
      'Entwickler Go (m/w/d)\nKassel',
      'Projektleitung (m/w/d)\nUlm',
      'Monteur\nTrier',
      'Buchhalter\nGera',
    ];
    const text = `# Unsere freien Stellen\n${roles.join('\n')}`;
    expect(told(openRoles, 'careers', 'de', text)).toEqual([
      'Entwickler Go (m/w/d) – Kassel; Projektleitung (m/w/d) – Ulm; Monteur – Trier',
      'Buchhalter – Gera',
    ]);
  });

  it.each([
    ['fr', '# Carrière\nDéveloppeur PHP (H/F) - Poitiers - CDI', 'Développeur PHP (H/F) - Poitiers - CDI'],
    ['fr', '# Postes à pourvoir\n- Actuaire confirmé(e) – Toulouse', 'Actuaire confirmé(e) – Toulouse'],
    ['ja', '# 募集職種\n- カスタマーサクセス', 'カスタマーサクセス'],
  ])('are read by mark, place or word: %s, %s', (language, text, expected) => {
    expect(told(openRoles, 'careers', language, text)).toEqual([expected]);
  });

  it('are not what a company offers', () => {
    expect(told(openRoles, 'careers', 'de', '# Karriere\n- 30 Tage Urlaub\n- Deutschlandticket')).toEqual([]);
  });
});

describe('values in other languages', () => {
  it('are read from the opening of a paragraph', () => {
    const text = '# Nos engagements\nTransmettre. Tout nouveau compagnon travaille six mois aux côtés d’un ancien.';
    expect(told(cultureAndValues, 'careers', 'fr', text)).toEqual([
      'Transmettre: Tout nouveau compagnon travaille six mois aux côtés d’un ancien.',
    ]);
  });

  it('are read from terms and their definitions', () => {
    const text = '# 行動指針\n- 数字は隠さない\n- 売上も障害件数も、毎週全員に公開します。';
    expect(told(cultureAndValues, 'careers', 'ja', text)).toEqual([
      '数字は隠さない: 売上も障害件数も、毎週全員に公開します。',
    ]);
  });
});

describe('products in other languages', () => {
  it('are told by the sentences of a product page whose headings name none', () => {
    const text = '# Was wir können\nUnsere App Haltepunkt zeigt Fahrgästen den nächsten Bus.\nAb 40 € im Monat.';
    expect(told(productsAndCustomers, 'products', 'de', text)).toEqual([
      'Unsere App Haltepunkt zeigt Fahrgästen den nächsten Bus.',
    ]);
  });

  it('are found on a page that calls them its own', () => {
    const text = '# Unsere Pumpen\n## Baureihe Otter\nTauchpumpen bis 90 kW für Abwasser mit Faserstoffen.';
    expect(told(productsAndCustomers, 'other', 'de', text, 'Unsere Pumpen')).toEqual([
      'Baureihe Otter: Tauchpumpen bis 90 kW für Abwasser mit Faserstoffen.',
    ]);
    expect(told(productsAndCustomers, 'other', 'de', text, 'Pumpen im Vergleich')).toEqual([]);
  });
});

describe('what a company does, in other languages', () => {
  it.each([
    ['a row of a table', '# 会社概要\n| 従業員数 | 128名', '従業員数: 128名'],
    ['a colon', '# 会社概要\n設立:1996年6月12日', '設立: 1996年6月12日'],
    ['a term and its definition', '# 会社概要\n- 設立\n- 1996年6月12日', '設立: 1996年6月12日'],
  ])('is told by %s', (_, text, expected) => {
    expect(told(whatTheyDo, 'about', 'ja', text)).toContain(expected);
  });

  it('is told by a sentence that begins with what the company is', () => {
    const sentence = 'Als Spezialist für Leitstellen liefern wir Software, mit der Busse pünktlich fahren.';
    expect(told(whatTheyDo, 'home', 'de', `# Busse\n${sentence}`)).toEqual([sentence]);
  });
});
