import { describe, expect, it } from '@jest/globals';
import type { PageKind } from '../../../../contracts/index.ts';
import { leadership } from '../../../../services/brief/local/sections/leadership.ts';
import { evidenceOn } from './company.ts';

function leaders(kind: PageKind, text: string): string[] {
  return leadership(evidenceOn(kind, text)).map(({ statement }) => statement);
}

describe('who leads a company that is called after a family', () => {
  it('bears its name', () => {
    const text = '# Direction\n## Hélène Bellegarde\nPrésidente-directrice générale';
    const named = leadership(evidenceOn('team', text, { company_name: 'Groupe Bellegarde' }));
    expect(named.map(({ statement }) => statement)).toEqual(['Hélène Bellegarde — Présidente-directrice générale']);
  });
});

describe('who leads a company that writes in another language', () => {
  it.each<[string, PageKind, string, string[]]>([
    [
      'a German table',
      'team',
      '# Vorstand\n| Dr.-Ing. Ute Kamm | Vorstandsvorsitzende (CEO)\n| Cem Ay | Vorstand Finanzen',
      ['Ute Kamm — Vorstandsvorsitzende', 'Cem Ay — Vorstand Finanzen'],
    ],
    [
      'a German imprint with a list',
      'contact',
      'Geschäftsführer: Dr. Ute Kamm (Vorsitzende), Jan Ohm und Lea Voss',
      ['Ute Kamm — Geschäftsführer', 'Jan Ohm — Geschäftsführer', 'Lea Voss — Geschäftsführer'],
    ],
    [
      'a German imprint without a colon',
      'contact',
      'Vertreten durch die Geschäftsführer Ute Kamm und Jan Ohm',
      ['Ute Kamm — Geschäftsführer', 'Jan Ohm — Geschäftsführer'],
    ],
    [
      'a German table with the title first',
      'about',
      '# Klinikleitung\n| Geschäftsführerin | Dr. Mareike Stolz\n| Ärztlicher Direktor | Prof. Dr. med. Andreas Wohl\n| Pflegedirektorin | Ivana Petrović',
      ['Mareike Stolz — Geschäftsführerin', 'Andreas Wohl — Ärztlicher Direktor', 'Ivana Petrović — Pflegedirektorin'],
    ],
    [
      'a Japanese page with a foreign name of three parts',
      'team',
      '# 経営陣\n## グエン・ヴァン・ミン\nCTO',
      ['グエン・ヴァン・ミン — CTO'],
    ],
    [
      'Spanish, Italian and Dutch lines, highest first',
      'team',
      '# Equipo\nJoan Ferrer, director técnico\nMarta Vidal, consejera delegada\nChiara Zorzetto, Responsabile ricerca e sviluppo\nSaskia Dewulf – commercieel directeur',
      [
        'Marta Vidal — consejera delegada',
        'Joan Ferrer — director técnico',
        'Chiara Zorzetto — Responsabile ricerca e sviluppo',
        'Saskia Dewulf — commercieel directeur',
      ],
    ],
    [
      'German entries with telephone numbers',
      'team',
      '# Vorstand\nDipl.-Ing. (FH) Clemens Gerbeck Vorstandsvorsitzender Tel. 0561 555-10\nHolger Wittich Bereichsleiter Holzbau Tel. 0561 555-20',
      ['Clemens Gerbeck — Vorstandsvorsitzender', 'Holger Wittich — Bereichsleiter Holzbau'],
    ],
    [
      'French functions in a table',
      'team',
      '# Qui fait quoi\n| Direction générale | Pauline Mercadier\n| Direction technique | Samuel Okafor',
      ['Pauline Mercadier — Direction générale', 'Samuel Okafor — Direction technique'],
    ],
    [
      'lines in which a longer title holds a shorter one',
      'team',
      '# Direction\nVice-présidente : Sandrine Hubert\nRuth Camberg, Vorsitzende des Vorstands',
      ['Ruth Camberg — Vorsitzende des Vorstands', 'Sandrine Hubert — Vice-présidente'],
    ],
    ['a German line of the board', 'contact', 'Geschäftsführung: Ute Kamm', ['Ute Kamm — Geschäftsführung']],
    [
      'a German sentence',
      'team',
      '# Team\nDie Entwicklung verantwortet seit 2022 Jan Ohm als Technischer Leiter.',
      ['Jan Ohm — Technischer Leiter'],
    ],
    [
      'French cards with the title above the name',
      'team',
      '# Direction\nDirecteur général délégué\n## Youri Benali\nSecrétaire générale\n## Anne Grosjean',
      ['Youri Benali — Directeur général délégué', 'Anne Grosjean — Secrétaire générale'],
    ],
    [
      'French cards with the title below the name',
      'team',
      '# Direction\n## Youri Benali\nDirecteur général délégué\n## Anne Grosjean\nSecrétaire générale',
      ['Youri Benali — Directeur général délégué', 'Anne Grosjean — Secrétaire générale'],
    ],
    [
      'a Japanese table of names without spaces',
      'team',
      '# 役員一覧\n| 代表取締役社長 | 山岸理恵子\n| 取締役CTO | 長谷部拓真\n| 最高財務責任者(CFO) | マルコ・ベルティーニ',
      ['山岸理恵子 — 代表取締役社長', 'マルコ・ベルティーニ — 最高財務責任者(CFO)', '長谷部拓真 — 取締役CTO'],
    ],
    [
      'a German line with a degree and a field',
      'about',
      '# Über uns\n## Geschäftsführung\nDipl.-Ing. Karsten Brenn Geschäftsführender Gesellschafter, Technik und Entwicklung',
      ['Karsten Brenn — Geschäftsführender Gesellschafter'],
    ],
    [
      'French lines with two titles or a field',
      'team',
      '# L’équipe\nInès Marchal Co-fondatrice et CEO\nAminata Sow Directrice produit\nLoïc Kerma, responsable qualité et environnement',
      [
        'Inès Marchal — Co-fondatrice et CEO',
        'Aminata Sow — Directrice produit',
        'Loïc Kerma — responsable qualité et environnement',
      ],
    ],
    [
      'a Japanese cell of several people',
      'about',
      '# 会社概要\n| 役員 | 専務取締役 片桐 洋子 取締役製造部長 城戸 誠',
      ['片桐 洋子 — 専務取締役', '城戸 誠 — 取締役製造部長'],
    ],
    [
      'Japanese cards with transcriptions',
      'team',
      '# 経営メンバー\n代表取締役CEO\n## 有馬 千尋Chihiro Arima\n九州大学を卒業しました。\n取締役CTO\n## 山田太郎(やまだ たろう)',
      ['有馬 千尋 — 代表取締役CEO', '山田太郎 — 取締役CTO'],
    ],
    ['a Japanese line with a colon', 'about', '# 会社概要\n代表取締役:大野はな', ['大野はな — 代表取締役']],
    ['Japanese blocks', 'team', '# 役員\n## 江頭みのり\n執行役員', ['江頭みのり — 執行役員']],
  ])('is read from %s', (_, kind, text, expected) => {
    expect(leaders(kind, text)).toEqual(expect.arrayContaining(expected));
    expect(leaders(kind, text)).toHaveLength(expected.length);
  });

  it.each<[string, PageKind, string]>([
    [
      'a German officer until a year',
      'about',
      '# Geschichte\nEkki Lünemann, bis 2019 Vorstandsvorsitzender, berät uns.',
    ],
    ['a German officer who left', 'about', '# Geschichte\nGründer Ekki Lünemann schied als Geschäftsführer aus.'],
    [
      'the head of a German shareholder',
      'about',
      '# Firma\nZu unseren Gesellschaftern zählt Nordhang mit ihrem Geschäftsführer Rolf Ahlers.',
    ],
    ['a German customer', 'home', '# Das sagen unsere Kunden\n### Volker Diestel\nGeschäftsführer, Stadtwerke Au'],
    [
      'the head of a German customer who is quoted',
      'about',
      '# Firma\n„Sehr gut“, sagt Volker Diestel, Geschäftsführer der Stadtwerke Au.',
    ],
    ['a German founder who died', 'about', '# Firma\nGründer Karl Moos verstarb 2010.'],
    ['who made a German website', 'contact', 'Umsetzung: Agentur Klarblick, Inhaberin Tabea Röpke'],
    ['a French officer of before', 'about', '# Histoire\nArmand Pellisson, ancien président, vit à Nancy.'],
    ['a French officer who left', 'about', '# Histoire\nLe fondateur, Armand Pellisson, a pris sa retraite.'],
    ['the host of a French site', 'contact', 'Nuage Lorrain SAS, président : Gontran Villedieu'],
    ['a French investor', 'team', '# Ils nous soutiennent\n### Odile Charrier\nDirectrice générale'],
    [
      'an officer of before',
      'team',
      '# Nos dirigeants\n## Anciens dirigeants\nMichel Le Roux, directeur général de 2001 à 2015',
    ],
    ['a Japanese first president', 'team', '# 役員\n## 歴代社長\n初代社長 鶴見 松蔵、二代社長 鶴見 正雄'],
    ['the studio that made a French site', 'contact', 'Site réalisé par Studio Ponctuel, fondateur : Éric Blanc.'],
    ['a French honorary president', 'about', '# Gouvernance\nLucien Grosjean, président d’honneur'],
    ['a scientific advisor', 'about', '# Conseil scientifique\nÉtienne Lagarde, président du conseil scientifique'],
    ['a Japanese customer', 'about', '# 会社\n青葉台運輸株式会社 代表取締役 黒田正明様'],
    ['a Japanese officer who left', 'about', '# 沿革\n2022年、創業者の村瀬洋一が代表取締役を退任しました。'],
    ['a Japanese former officer', 'about', '# 沿革\n前社長の早乙女誠が講演しました。'],
    ['the author of a Japanese column', 'about', '# コラム\n執筆:物流研究所 代表取締役 大野彩'],
    ['a Japanese company before a title', 'about', '# 会社\n青葉台運輸 代表取締役'],
  ])('is not %s', (_, kind, text) => {
    expect(leaders(kind, text)).toEqual([]);
  });
});
