import { describe, expect, it } from '@jest/globals';
import type { RawPdfOptions } from '../raw-pdf.ts';
import { rawPdf, textLines, utf16 } from '../raw-pdf.ts';
import { outline, readDocument, textOf } from '../read-document.ts';

const LEFT = [
  'The left column speaks about the',
  'history of the company and of the',
  'people who founded it long ago.',
];
const RIGHT = [
  'The right column lists what it has',
  'built since then and for whom, in',
  'the order in which it was sold.',
];

async function outlineOf(content: string, options: RawPdfOptions = {}): Promise<readonly string[]> {
  return outline(await readDocument(rawPdf([content], options), 'page.pdf'));
}

describe('a PDF', () => {
  it('gives paragraphs, headings and list items with their pages', async () => {
    // Prepare
    const first =
      textLines(['Acme Robotics'], { size: 20, font: 'Bold' }) +
      textLines(['Acme builds robots that sort parcels in the warehouses of', 'three retailers.'], { y: 740 });
    const second =
      textLines(['Skills'], { font: 'Bold' }) + textLines(['\u0095 Rust', '- Go', '1. Kubernetes'], { y: 760 });

    // Act
    const { blocks, pages, title } = await readDocument(rawPdf([first, second]), 'resume.pdf');

    // Assess
    expect({ pages, title }).toEqual({ pages: 2, title: 'Acme Robotics' });
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, page: 1, text: 'Acme Robotics' },
      {
        kind: 'paragraph',
        page: 1,
        text: 'Acme builds robots that sort parcels in the warehouses of three retailers.',
      },
      { kind: 'heading', level: 2, page: 2, text: 'Skills' },
      { kind: 'list_item', page: 2, text: 'Rust' },
      { kind: 'list_item', page: 2, text: 'Go' },
      { kind: 'list_item', page: 2, text: '1. Kubernetes' },
    ]);
  });

  it('takes the title from its metadata, unless a program wrote it there', async () => {
    // Prepare
    const content =
      textLines(['Annual report'], { size: 20 }) + textLines(['Sales grew in all countries.'], { y: 700 });

    // Act
    const given = await readDocument(rawPdf([content], { title: 'Report 2026 of Acme' }), 'a.pdf');
    const made_up = await readDocument(rawPdf([content], { title: 'Microsoft Word - report.doc' }), 'a.pdf');

    // Assess
    expect([given.title, made_up.title]).toEqual(['Report 2026 of Acme', 'Annual report']);
  });

  it('makes words whole that are broken at a line end, and keeps hyphens that belong to them', async () => {
    // Prepare
    const lines = [
      'We are looking for somebody with a well-',
      'known record of experi-',
      'ence. A well-known one is a must, more',
      'so than a degree.',
    ];

    // Act
    const text = await outlineOf(textLines(lines));

    // Assess
    expect(text.join(' ')).toContain('well-known record of experience');
  });

  it('joins letters that are drawn one by one, and spaced ones', async () => {
    // Prepare
    const single =
      'BT /Body 10 Tf 50 700 Td (S) Tj 6.67 0 Td (e) Tj 5.56 0 Td (n) Tj 5.56 0 Td (d) Tj 8.5 0 Td (i) Tj 2.22 0 Td (t) Tj ET\n';
    const spaced = 'BT /Body 10 Tf 50 650 Td [(S) -250 (K) -250 (I) -250 (L) -250 (L) -250 (S)] TJ ET\n';

    // Act
    const text = await outlineOf(single + spaced);

    // Assess
    expect(text).toEqual(['paragraph: Send it', 'heading: SKILLS']);
  });

  it.each([
    ['column by column', textLines(LEFT, { x: 50 }) + textLines(RIGHT, { x: 320 })],
    [
      'row by row',
      LEFT.map(
        (left, index) =>
          textLines([left], { x: 50, y: 780 - 14 * index }) +
          textLines([RIGHT[index] ?? ''], { x: 320, y: 780 - 14 * index }),
      ).join(''),
    ],
  ])('reads two columns of running text one after the other when it was drawn %s', async (_name, content) => {
    // Act
    const text = await outlineOf(textLines(['Acme'], { size: 18, y: 820 }) + content);

    // Assess
    expect(text).toEqual(['heading: Acme', `paragraph: ${LEFT.join(' ')}`, `paragraph: ${RIGHT.join(' ')}`]);
  });

  it('reads a side column after the main one, with headings across both in their place', async () => {
    // Prepare
    const content =
      textLines(['Jane Roe, engineer of reliable systems'], { size: 24, y: 800 }) +
      textLines(['Contact', '0171 555 0100', 'Berlin'], { x: 50, y: 750 }) +
      textLines(['Ran the platform of a bank for six years and', 'halved its costs.'], { x: 220, y: 750 });

    // Act
    const text = await outlineOf(content);

    // Assess
    expect(text.join('\n')).toBe(
      [
        'heading: Jane Roe, engineer of reliable systems',
        'paragraph: Contact',
        'paragraph: 0171 555 0100',
        'paragraph: Berlin',
        'paragraph: Ran the platform of a bank for six years and halved its costs.',
      ].join('\n'),
    );
  });

  it('keeps the date at the right end of a line with that line', async () => {
    // Prepare
    const rows = [
      ['Acme, Engineer', '2020 - 2024'],
      ['Globex, Intern', '2018 - 2019'],
      ['Initech, Clerk', '2016 - 2017'],
    ];
    const content = rows
      .map(
        ([job = '', date = ''], index) =>
          textLines([job], { y: 700 - 40 * index }) + textLines([date], { x: 480, y: 700 - 40 * index }),
      )
      .join('');

    // Act
    const text = await outlineOf(content);

    // Assess
    expect(text).toEqual([
      'paragraph: Acme, Engineer 2020 - 2024',
      'paragraph: Globex, Intern 2018 - 2019',
      'paragraph: Initech, Clerk 2016 - 2017',
    ]);
  });

  it('keeps marks of footnotes and exponents with their words', async () => {
    // Prepare
    const content = `BT /Body 10 Tf 50 700 Td (Sales grew) Tj /Body 6 Tf 4 Ts (3) Tj /Body 10 Tf 0 Ts ( to 10) Tj /Body 6 Tf 4 Ts (9) Tj /Body 10 Tf 0 Ts ( parcels.) Tj ET`;

    // Act and assess
    expect(await outlineOf(content)).toEqual(['paragraph: Sales grew3 to 109 parcels.']);
  });

  it('joins the lines of a paragraph that is set narrower than its column', async () => {
    // Prepare
    const abstract = [
      'Abstract. A narrow paragraph has an end',
      'of its own, which each line of it comes near',
      'to, and which is not that of the column it',
      'stands in, however wide that may be.',
    ];
    const wide = [
      'The running text, on the other hand, goes on to the right margin of the page, where all of',
      'the other lines end as well.',
    ];

    // Act
    const text = await outlineOf(textLines(abstract, { x: 120 }) + textLines(wide, { y: 700 }));

    // Assess
    expect(text).toEqual([`paragraph: ${abstract.join(' ')}`, `paragraph: ${wide.join(' ')}`]);
  });

  it('is cut after 300 pages, and says so', async () => {
    // Prepare
    const pages = Array.from({ length: 301 }, (_, index) =>
      textLines([`Chapter ${index.toString(36).replace(/\d/g, 'x')} has ${900 - index} words.`]),
    );

    // Act
    const { warnings, blocks } = await readDocument(rawPdf(pages), 'long.pdf');

    // Assess
    expect(warnings).toEqual(['Only the first 300 of its 301 pages were read: no more than 300 pages are read.']);
    expect(blocks.at(-1)).toMatchObject({ page: 300 });
  });

  it('keeps running headers and footers once', async () => {
    // Prepare
    const page = (number: number): string =>
      textLines(['Acme Inc. - Confidential'], { y: 820 }) +
      textLines([`Chapter ${'ABCDE'[number - 1]} tells its own story.`], { y: 500 }) +
      textLines([`Page ${number} of 5`], { y: 30 });

    // Act
    const text = textOf(await readDocument(rawPdf([1, 2, 3, 4, 5].map(page)), 'report.pdf'));

    // Assess
    expect(text.match(/Confidential/g)).toHaveLength(1);
    expect(text.match(/Page \d of 5/g)).toHaveLength(1);
    expect(text.match(/Chapter/g)).toHaveLength(5);
  });

  it('reads pages that are turned, and a note up the margin after the text', async () => {
    // Prepare
    const turned = {
      content: 'BT /Body 10 Tf 0 1 -1 0 300 50 Tm (This page lies on its side.) Tj 0 -14 Td (Second line.) Tj ET',
      entries: '/Rotate 270',
    };
    const margin = `BT /Body 8 Tf 0 1 -1 0 20 300 Tm (Printed in Berlin) Tj ET ${textLines(['The text of the second page is upright.'])}`;

    // Act
    const text = textOf(await readDocument(rawPdf([turned, margin]), 'turned.pdf'));

    // Assess
    expect(text).toBe(
      'This page lies on its side. Second line.\nThe text of the second page is upright.\nPrinted in Berlin',
    );
  });

  it('reads Japanese through the character maps, level and upright', async () => {
    // Prepare
    const level = `BT /Japanese 12 Tf 50 700 Td ${utf16('株式会社アクメは倉庫')} Tj 0 -16 Td ${utf16('の会社です。')} Tj ET\n`;
    const upright = `BT /Tategaki 12 Tf 500 600 Td ${utf16('縦書きの一行目と')} Tj ET BT /Tategaki 12 Tf 480 600 Td ${utf16('二行目')} Tj ET`;

    // Act
    const text = textOf(await readDocument(rawPdf([level, upright]), 'japanese.pdf'));

    // Assess
    expect(text.replaceAll('\n', '')).toBe('株式会社アクメは倉庫の会社です。縦書きの一行目と二行目');
  });

  it('gives right-to-left lines in reading order, with numbers and Latin words inside them as they are', async () => {
    // Prepare: glyphs stand from left to right on paper, so the last letter of the line comes first
    const codes = { a: 'ש', b: 'ל', c: 'ו', d: 'ם', e: 'ע' };

    // Act
    const text = await outlineOf(
      'BT /Coded 12 Tf 50 700 Td (d) Tj 7.2 0 Td (cea) Tj 28 0 Td (2024) Tj 36 0 Td (dcba) Tj ET',
      { codes },
    );

    // Assess
    expect(text).toEqual(['paragraph: שלום 2024 שעום']);
  });

  describe('whose fonts do not say which letters they draw', () => {
    const sentence = 'sorting parcels in the warehouses of three retailers is what our robots have done since';
    const pdfIn = (meaning: (letter: string, index: number) => number): Uint8Array => {
      const letters = [...new Set(sentence.replaceAll(' ', ''))];
      const codes = Object.fromEntries(
        letters.map((letter, index) => [letter, String.fromCharCode(meaning(letter, index))]),
      );
      return rawPdf([textLines([sentence, sentence, sentence, sentence], { font: 'Coded' })], { codes });
    };

    it('is read with a warning where letters come out', async () => {
      // Act
      const { warnings } = await readDocument(
        pdfIn((letter) => letter.charCodeAt(0) + 3),
        'report.pdf',
      );

      // Assess
      expect(warnings).toEqual(['The file does not say which letters it draws, so this text may be nonsense: page 1.']);
    });

    it('is refused where none do', async () => {
      // Act and assess
      await expect(
        readDocument(
          pdfIn((_letter, index) => 0xe000 + index),
          'report.pdf',
        ),
      ).rejects.toThrow(/"report\.pdf" is a PDF whose fonts do not say which letters they draw/);
    });
  });

  it('keeps the rows of a table that is drawn as a grid, and its cells apart', async () => {
    // Prepare
    const columns = [60, 200, 340, 480];
    const rows = [770, 750, 730, 710];
    const rules = [
      ...rows.map((y) => `${columns[0]} ${y} m ${columns.at(-1)} ${y} l`),
      ...columns.map((x) => `${x} ${rows.at(-1)} m ${x} ${rows[0]} l`),
    ];
    const cells = [
      ['Skill', 'Years', 'Last used'],
      ['Go', 'six', 'this year'],
      ['Rust', 'two', 'last year'],
    ].flatMap((texts, row) =>
      texts.map((text, column) => textLines([text], { x: (columns[column] ?? 0) + 5, y: (rows[row] ?? 0) - 14 })),
    );

    // Act
    const text = await outlineOf(
      `${textLines(['What I have worked with so far:'], { y: 790 })}${rules.join(' ')} S ${cells.join('')}`,
    );

    // Assess
    expect(text).toEqual([
      'paragraph: What I have worked with so far:',
      'table_row: Skill | Years | Last used',
      'table_row: Go | six | this year',
      'table_row: Rust | two | last year',
    ]);
  });

  it('writes ligatures out', async () => {
    // Act
    const text = await outlineOf('BT /Coded 12 Tf 50 700 Td (oAce) Tj ET', {
      codes: { o: 'o', A: '\uFB03', c: 'c', e: 'e' },
    });

    // Assess
    expect(text).toEqual(['paragraph: office']);
  });
});
