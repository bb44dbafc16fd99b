import { describe, expect, it } from '@jest/globals';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { newsOf } from '../../../../services/brief/local/news.ts';
import { requestWith, sitePage } from './company.ts';

function newsIn(language: string, text: string, published?: string): string[] {
  const page = sitePage('news', text, { language, ...(published === undefined ? {} : { published }) });
  return newsOf(prepareEvidence(requestWith([page]))).map(({ date, headline }) => `${date} ${headline.text}`);
}

describe('news in lines that begin with a date', () => {
  it.each([
    [
      'in one line, whatever date the page has for itself',
      'de',
      '# Presse\n14.09.2026 Neues Werk in Detmold eröffnet\n02.04.2026 – Oberlenz steuert 190 Busse',
      '2026-09-14',
      ['2026-09-14 Neues Werk in Detmold eröffnet', '2026-04-02 Oberlenz steuert 190 Busse'],
    ],
    [
      'with the day first where the language writes it so',
      'fr',
      '# Actus\nLe 3 mars 2026 – La société ouvre une usine\n12/06/2026 – Le musée commande quarante chambres',
      undefined,
      ['2026-06-12 Le musée commande quarante chambres', '2026-03-03 La société ouvre une usine'],
    ],
    [
      'with the date in a line above',
      'ja',
      '# ニュース\n- 2026.10.1\n- 音声入力を追加しました\n- 2026/07/15\n- 関西支社を開設しました',
      undefined,
      ['2026-10-01 音声入力を追加しました', '2026-07-15 関西支社を開設しました'],
    ],
  ])('are told %s', (_, language, text, published, expected) => {
    expect(newsIn(language, text, published)).toEqual(expected);
  });

  it('are not the name of the page, whatever date it has for itself', () => {
    const text =
      '# Notícias\n## Feira recebe a licença do banco\n9 de outubro de 2026\n## A máquina chega ao Paraná\n28/05/2026';
    expect(newsIn('pt', text, '2026-10-09')).toEqual([
      '2026-10-09 Feira recebe a licença do banco',
      '2026-05-28 A máquina chega ao Paraná',
    ]);
  });

  it('have the date that stands alone below them, not one that the piece before declares', () => {
    const page = sitePage(
      'news',
      '# Journal\n## Parvis primé au salon\n20 novembre 2025\n## La lumière vue par Agnès\n2 février 2026',
      { language: 'fr' },
    );
    const passages = page.passages.map((passage) =>
      passage.text.startsWith('La lumière') ? { ...passage, date: '2025-11-20' } : passage,
    );
    const news = newsOf(prepareEvidence(requestWith([{ ...page, passages }])));
    expect(news.map(({ date }) => date)).toEqual(['2026-02-02', '2025-11-20']);
  });

  it('leave a date alone whose order nobody can tell', () => {
    const news = newsIn('en', '# News\n03/04/2026 – Our new plant opens doors\n05/06/2026 – We ship the first robots');
    expect(news).toEqual([]);
  });

  it('are not made of an article that has its date below the headline', () => {
    const news = newsIn(
      'en',
      '# We open our plant in Leeds\n3 March 2026\nForty people start there on Monday.',
      '2026-03-03',
    );
    expect(news).toEqual(['2026-03-03 We open our plant in Leeds']);
  });
});
