import { describe, expect, it } from '@jest/globals';
import { rawPdf, textLines } from '../raw-pdf.ts';
import { outline, readDocument } from '../read-document.ts';

describe('a PDF with fonts that it does not hold', () => {
  it('gives list items that begin with a letter of a font of signs', async () => {
    // Prepare: "l" is a disc in ZapfDingbats
    const item = (y: number, text: string): string =>
      textLines(['l'], { x: 50, y, font: 'Signs' }) + textLines([text], { x: 64, y });
    const content = item(700, 'Built the metering service') + item(680, 'Led a team of four');

    // Act
    const text = outline(await readDocument(rawPdf([content]), 'resume.pdf'));

    // Assess
    expect(text).toEqual(['list_item: Built the metering service', 'list_item: Led a team of four']);
  });

  it('gives the letters of a standard font that is addressed by the numbers of its glyphs', async () => {
    // Act
    const text = outline(
      await readDocument(rawPdf(['BT /Glyphs 11 Tf 50 700 Td <002B0048004F004F0052> Tj ET']), 'a.pdf'),
    );

    // Assess
    expect(text).toEqual(['paragraph: Hello']);
  });
});

describe('the title of a PDF without one', () => {
  it('is its highest heading, not that of a column before it', async () => {
    // Prepare
    const content =
      textLines(['CONTACT'], { size: 12, y: 800, x: 30 }) +
      textLines(['mette@example.org', 'Aarhus, Denmark'], { y: 780, x: 30 }) +
      textLines(['Mette Holm'], { size: 24, y: 800, x: 220 }) +
      textLines(['Backend engineer with nine years in payment systems.'], { y: 770, x: 220 });

    // Act
    const { title, blocks } = await readDocument(rawPdf([content]), 'resume.pdf');

    // Assess
    expect({ title, first: blocks[0]?.text }).toEqual({ title: 'Mette Holm', first: 'CONTACT' });
  });

  it('is no stamp across the page', async () => {
    // Prepare
    const content =
      textLines(['Letter of recommendation'], { size: 16, y: 800 }) +
      textLines(['Ms Okafor led our data team for four years and shipped all that she promised.'], { y: 770 }) +
      'BT /Body 80 Tf 0.7071 0.7071 -0.7071 0.7071 150 300 Tm (DRAFT) Tj ET';

    // Act
    const content_read = await readDocument(rawPdf([content]), 'letter.pdf');

    // Assess
    expect(content_read.title).toBe('Letter of recommendation');
    expect(outline(content_read)).toContain('paragraph: DRAFT');
  });
});
