import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it } from '@jest/globals';
import { rawPdf, textLines } from '../raw-pdf.ts';
import { outline, readDocument } from '../read-document.ts';

/** Rules at these places, as strokes or, as browsers draw them, as thin filled boxes. */
function grid(xs: readonly number[], ys: readonly number[], drawn: 'stroked' | 'filled'): string {
  const [left = 0, right = 0, bottom = 0, top = 0] = [xs[0], xs.at(-1), ys.at(-1), ys[0]];
  const lines = [
    ...ys.map((y) =>
      drawn === 'stroked' ? `${left} ${y} m ${right} ${y} l S` : `${left} ${y} ${right - left} 1 re f`,
    ),
    ...xs.map((x) =>
      drawn === 'stroked' ? `${x} ${bottom} m ${x} ${top} l S` : `${x} ${bottom} 1 ${top - bottom} re f`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

describe('a table of a PDF', () => {
  it.each(['stroked', 'filled'] as const)('is read row by row, each cell with all its lines: %s', async (drawn) => {
    // Prepare: drawn column by column, which without the rules would read as columns of text
    const content = [
      textLines(['Technical skills'], { size: 16, y: 800 }),
      grid([50, 150, 420, 480], [780, 760, 720, 700], drawn),
      textLines(['Area'], { x: 55, y: 766 }),
      textLines(['Observability'], { x: 55, y: 746 }),
      textLines(['Cloud'], { x: 55, y: 706 }),
      textLines(['Tools'], { x: 155, y: 766 }),
      textLines(['Prometheus, Grafana and a longer text', 'that wraps to a second line'], { x: 155, y: 746 }),
      textLines(['AWS, Terraform'], { x: 155, y: 706 }),
      textLines(['Years'], { x: 425, y: 766, font: 'Bold' }),
      textLines(['4'], { x: 425, y: 746 }),
      textLines(['6'], { x: 425, y: 706 }),
    ].join('');

    // Act
    const text = outline(await readDocument(rawPdf([content]), 'resume.pdf'));

    // Assess
    expect(text).toEqual([
      'heading: Technical skills',
      'table_row: Area | Tools | Years',
      'table_row: Observability | Prometheus, Grafana and a longer text that wraps to a second line | 4',
      'table_row: Cloud | AWS, Terraform | 6',
    ]);
  });

  it('is none when two boxes stand beside each other', async () => {
    // Prepare
    const content =
      grid([50, 250, 450], [780, 720], 'stroked') +
      textLines(['First box, first line', 'First box, second line'], { x: 60, y: 760 }) +
      textLines(['Second box, first line', 'Second box, second line'], { x: 260, y: 760 });

    // Act
    const text = outline(await readDocument(rawPdf([content]), 'boxes.pdf'));

    // Assess
    expect(text.map((line) => line.replace(/^\w+: /, ''))).toEqual([
      'First box, first line',
      'First box, second line',
      'Second box, first line',
      'Second box, second line',
    ]);
  });
});

describe('a form of a PDF', () => {
  it('gives what was filled in beside the label that it stands at', async () => {
    // Prepare
    const pdf = await PDFDocument.create();
    const font = await pdf.embedFont(StandardFonts.Helvetica);
    const page = pdf.addPage();
    const answers = [
      ['Name', 'Ingrid Solberg'],
      ['Position applied for', 'Data Engineer'],
      ['Notice period', '3 months'],
    ];
    for (const [index, [label = '', answer = '']] of answers.entries()) {
      page.drawText(`${label}:`, { x: 50, y: 740 - 30 * index, size: 11, font });
      const field = pdf.getForm().createTextField(label);
      field.setText(answer);
      field.addToPage(page, { x: 200, y: 735 - 30 * index, width: 250, height: 20 });
    }

    // Act
    const { blocks } = await readDocument(await pdf.save(), 'application.pdf');

    // Assess
    expect(blocks.map(({ text }) => text.replace(' | ', ' '))).toEqual([
      'Name: Ingrid Solberg',
      'Position applied for: Data Engineer',
      'Notice period: 3 months',
    ]);
  });
});
