import { describe, expect, it } from '@jest/globals';
import { toReadingOrder } from '../../../../services/documents/pdf/right-to-left.ts';
import { rawPdf } from '../raw-pdf.ts';
import { outline, readDocument } from '../read-document.ts';

/** Pieces of a line, given in reading order, as they stand on paper from left to right: the first one last, and Hebrew ones letter by letter turned. */
function onPaper(pieces: readonly string[]): string {
  return pieces
    .map((piece) => (/\p{Script=Hebrew}/u.test(piece) ? [...piece].reverse().join('') : piece))
    .reverse()
    .join('');
}

describe('a line that runs from right to left', () => {
  it.each([
    ['percent signs with their numbers', ['זמן הטעינה ירד ב-', '40%', '.']],
    ['currencies with their numbers', ['הכנסות ', '€81.4', ' מיליון']],
    ['telephone numbers whole', ['טלפון: ', '+972 3 555 0123']],
    ['an address and a number in their order', ['תל אביב · ', 'dana@example.com · +972 3 555']],
    ['names of several Latin words', ['בחברת ', 'Acme Ltd', ' משנת ', '2019']],
  ])('keeps %s', (_name, pieces) => {
    // Act
    const text = toReadingOrder(onPaper(pieces), true);

    // Assess
    expect(text).toBe(pieces.join(''));
  });

  it('may have more Latin letters than others where most lines run so', () => {
    // Prepare
    const line = onPaper(['גרסה ', 'TypeScript and PostgreSQL']);

    // Act
    const texts = [toReadingOrder(line, true), toReadingOrder(line)];

    // Assess
    expect(texts).toEqual(['גרסה TypeScript and PostgreSQL', 'TypeScript and PostgreSQL גרסה']);
  });

  it('has its brackets the right way, by their meaning or by their shapes', () => {
    // Act
    const by_meaning = toReadingOrder(onPaper(['שלום (גרסה ', '15', ')']));
    const by_shape = toReadingOrder(onPaper(['שלום )גרסה ', '15', '(']));

    // Assess
    expect([by_meaning, by_shape]).toEqual(['שלום (גרסה 15)', 'שלום (גרסה 15)']);
  });
});

describe('right-to-left text of a PDF', () => {
  const codes = { a: 'ש', b: 'ל', c: 'ו', d: 'ם' };
  const line = (y: number, x: number, letters: string): string => `BT /Coded 12 Tf ${x} ${y} Td (${letters}) Tj ET\n`;

  it('ends a paragraph where a line leaves room at its left', async () => {
    // Prepare: four lines that end at one right edge, the second and the fourth of them short
    const full = 'dcba dcba dcba dcba dcba dcba dcba dcba';
    const short = 'dcba dcba';
    const indent = 50 + 7.2 * (full.length - short.length);
    const content = line(700, 50, full) + line(686, indent, short) + line(672, 50, full) + line(658, indent, short);

    // Act
    const text = outline(await readDocument(rawPdf([content], { codes }), 'letter.pdf'));

    // Assess
    const paragraph = `paragraph: ${Array(10).fill('שלום').join(' ')}`;
    expect(text).toEqual([paragraph, paragraph]);
  });
});
