import { describe, expect, it } from '@jest/globals';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { openRoles } from '../../../../services/brief/local/sections/open-roles.ts';
import { requestWith, sitePage } from './company.ts';

function kindOf(title: string, text: string): string | undefined {
  return prepareEvidence(requestWith([sitePage('other', text, { title })])).sources[0]?.kind;
}

describe('a page whose address tells nothing', () => {
  it.each([
    ['careers', 'Rejoindre Novaclave | Novaclave', '# Rejoindre Novaclave\nTélétravail.'],
    ['careers', 'Mitmachen', '# Mitmachen\n## Offene Stellen\nMonteur'],
    ['careers', 'Mitmachen', '# Mitmachen\nMonteur (m/w/d)\nFahrer (m/w/d)'],
    ['news', 'Actu | Novaclave', '# Actualités\nUn mot.'],
    ['customers', 'Ils utilisent Novaclave', '# Ils utilisent Novaclave\nUn mot.'],
    ['team', 'Gouvernance', '# Gouvernance\nUn mot.'],
    ['team', 'Menschen', '# Menschen\n## Vorstand\nTheresa Ober (Vorstandssprecherin)\nJonas Ade (Vorstand Technik)'],
    ['other', 'Menschen', '# Menschen\n## Vorstand\nTheresa Ober (Vorstandssprecherin)'],
    ['about', '会社概要', '# 会社概要\n山の会社です。'],
    ['products', 'I nostri prodotti', '# I nostri prodotti\nValvole.'],
    ['products', 'Fachabteilungen', '# Fachabteilungen und Zentren\nHerz.'],
    ['other', 'Wie unsere Kunden Geld sparen', '# Wie unsere Kunden Geld sparen\nEin Beitrag.'],
    ['other', 'Datenschutz', '# Datenschutz\nEin Beitrag.'],
  ])('is taken for %s where its title or headings say so: %s', (kind, title, text) => {
    expect(kindOf(title, text)).toBe(kind);
  });

  it('gives its open roles and steps of hiring', () => {
    const text =
      '# RECRUIT\n## OPEN POSITIONS\n### コーポレート(労務)\n東京\n## FLOW\n- まずは話を聞かせてください。\n- 課題に取り組んでいただきます。';
    const claims = openRoles(
      prepareEvidence(requestWith([sitePage('other', text, { language: 'ja', title: 'RECRUIT' })])),
    );
    expect(claims.map(({ statement }) => statement)).toEqual([
      'コーポレート(労務) – 東京',
      'まずは話を聞かせてください。',
      '課題に取り組んでいただきます。',
    ]);
  });
});
