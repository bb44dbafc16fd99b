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

  it.each([
    [
      'a line that leads in a list',
      'fr',
      '# Rejoignez-nous\nNous recherchons actuellement :\n- Un(e) mouleur(se) – CDI – Aubagne\n- Un(e) soudeur(se) – CDD – Romans',
      'Un(e) mouleur(se) – CDI – Aubagne; Un(e) soudeur(se) – CDD – Romans',
    ],
    [
      'a table of jobs',
      'ja',
      '# 募集職種\n| 職種 | 勤務地\n| 品質保証担当 | 岡谷\n| 給与 | 月給25万円',
      '品質保証担当 | 岡谷',
    ],
    ['a table of one job', 'ja', '# 募集要項\n| 職種 | 法人営業\n| 勤務地 | 大阪', '職種 | 法人営業'],
    ['the kind of contract', 'es', '# Empleo\n- Tornero – Jornada completa', 'Tornero – Jornada completa'],
  ])('are read from %s', (_, language, text, expected) => {
    expect(told(openRoles, 'careers', language, text)).toEqual([expected]);
  });

  it('are the entries right under a heading over them, without a known word', () => {
    const text =
      '# Mitarbeiten\n## Das suchen wir gerade\n- Softwareentwicklung Python in Halle\n## Wir bieten\n- Gleitzeit';
    expect(told(openRoles, 'careers', 'de', text)).toEqual(['Softwareentwicklung Python in Halle']);
  });

  it('come with steps that a list only names, in one line', () => {
    const text = '# 選考の流れ\n- 説明会\n- 一次面接\n- 役員面接';
    expect(told(openRoles, 'careers', 'ja', text)).toEqual(['説明会; 一次面接; 役員面接']);
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

describe('values that are named and not explained', () => {
  it.each([
    ['en', '# Our values\n- Be kind.\n- Own the outcome.', 'Be kind; Own the outcome'],
    ['ja', '# 経営理念\n一. 嘘のない寸法を届ける\n一. 人を大切にする', '嘘のない寸法を届ける; 人を大切にする'],
  ])('are told in one line: %s', (language, text, expected) => {
    expect(told(cultureAndValues, 'about', language, text)).toEqual([expected]);
  });

  it('are not the entries of another list', () => {
    expect(told(cultureAndValues, 'about', 'en', '# Our offices\n- Lisbon.\n- Porto.')).toEqual([]);
  });
});

describe('values in paragraphs', () => {
  it('are told by the name before the colon', () => {
    const text =
      '# Nos valeurs\nLe geste juste : chaque mouleur signe sa pièce.\nLa parole tenue : un délai annoncé est un délai tenu.';
    expect(told(cultureAndValues, 'about', 'fr', text)).toEqual([
      'Le geste juste : chaque mouleur signe sa pièce.',
      'La parole tenue : un délai annoncé est un délai tenu.',
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

describe('customers and prices in other languages', () => {
  it.each([
    [
      'a row of a table',
      'about',
      '# 会社概要\n| 主要取引先 | 朝日メディカル、みすず電子',
      '主要取引先: 朝日メディカル、みすず電子',
    ],
    [
      'a price among products',
      'products',
      '# サービス\n## 料金\n月額 1,200円 1ユーザーにつき',
      '月額 1,200円 1ユーザーにつき',
    ],
  ] as const)('are told by %s', (_, kind, text, expected) => {
    expect(told(productsAndCustomers, kind, 'ja', text)).toEqual([expected]);
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

  it('is told by its facts in one line', () => {
    const text = '# 会社概要\n| 設立 | 1996年6月12日\n| 従業員数 | 128名\n| 電話 | 0266-00-0000';
    expect(told(whatTheyDo, 'about', 'ja', text)).toEqual(['設立: 1996年6月12日; 従業員数: 128名']);
  });

  it.each([
    ['fr', 'Depuis 1932, Saltmarsh Robotics coule et usine des pièces en aluminium.'],
    ['de', 'Die Saltmarsh Robotics GmbH & Co. KG mit Sitz in Ulm walzt und kantet Bleche aller Art.'],
    ['es', 'Diseñamos y fabricamos bombas para riego desde hace veinte años.'],
  ])('is told by a sentence about the company with a verb of its own: %s', (language, sentence) => {
    expect(told(whatTheyDo, 'home', language, `# Titel\nEs ist schön hier im Tal. ${sentence}`)).toContain(sentence);
  });

  it('is told by a sentence that begins with what the company is', () => {
    const sentence = 'Als Spezialist für Leitstellen liefern wir Software, mit der Busse pünktlich fahren.';
    expect(told(whatTheyDo, 'home', 'de', `# Busse\n${sentence}`)).toEqual([sentence]);
  });
});
