import { describe, expect, it } from '@jest/globals';
import { findTitles } from '../../../services/brief/job-titles.ts';

describe('findTitles', () => {
  it.each([
    ['Annegret Zwickel, Geschäftsführerin', ['Geschäftsführerin']],
    ['Technischer Geschäftsführer', ['Technischer Geschäftsführer']],
    ['Leiterin Vertrieb und Marketing', ['Leiterin Vertrieb und Marketing']],
    ['Leiter der Abteilung', ['Leiter der Abteilung']],
    ['Vertriebsleiterin', ['Vertriebsleiterin']],
    ['Présidente-directrice générale et cofondatrice', ['Présidente-directrice générale', 'cofondatrice']],
    ['Directeur technique', ['Directeur technique']],
    ['Responsable des ressources humaines', ['Responsable des ressources humaines']],
    ['Directora de Operaciones', ['Directora de Operaciones']],
    ['Amministratore Delegato e fondatore', ['Amministratore Delegato', 'fondatore']],
    ['代表取締役社長 高瀬 美緒', ['代表取締役社長']],
    ['取締役 管理本部長', ['取締役', '管理本部長']],
    ['執行役員 最高技術責任者(CTO)', ['執行役員', '最高技術責任者', 'CTO']],
    ['Head of Trust and Safety', ['Head of Trust and Safety']],
    ['Managing Director, Partner', ['Managing Director', 'Partner']],
  ])('%s', (text, titles) => {
    // Act
    const found = findTitles(text);

    // Assess
    expect(found.map((title) => title.text)).toEqual(titles);
  });

  it.each(['Der Weiterleiter ist ein Gerät.', 'Nous sommes responsables.', 'VDI 2035', '製品を社長室に'])(
    'finds none in: %s',
    (text) => {
      // Act
      const found = findTitles(text);

      // Assess
      expect(found.map((title) => title.text)).toEqual([]);
    },
  );
});
