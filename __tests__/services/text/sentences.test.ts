import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { splitSentences } from '../../../services/text/sentences.ts';

describe('splitting into sentences', () => {
  it.each([
    ['Acme Inc. builds tools. It works!', ['Acme Inc. builds tools.', 'It works!']],
    ['Dr. Smith met Mr. J. R. Jones. They talked.', ['Dr. Smith met Mr. J. R. Jones.', 'They talked.']],
    ['We use tools, e.g. Go, i.e. fast ones. Good.', ['We use tools, e.g. Go, i.e. fast ones.', 'Good.']],
    ['See No. 4 on the list. No. We do not.', ['See No. 4 on the list.', 'No.', 'We do not.']],
    ['It costs $2.50. Cheap.', ['It costs $2.50.', 'Cheap.']],
    ['Founded by Holm Ltd. in 2014. Still here.', ['Founded by Holm Ltd. in 2014.', 'Still here.']],
    ['It belongs to Holm Ltd. We work there.', ['It belongs to Holm Ltd.', 'We work there.']],
    ['We write Node.js services. They run.', ['We write Node.js services.', 'They run.']],
    ['電気バスの充電を管理します。東京にあります。', ['電気バスの充電を管理します。', '東京にあります。']],
    ['Das gilt z.B. für Busse. Auch nachts.', ['Das gilt z.B. für Busse.', 'Auch nachts.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(expected);
  });

  it('gives pieces that stand at their offsets, in order, and loses no word, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sentences = splitSentences(text);
        const squeezed = (value: string) => value.replace(/\s+/gu, '');
        expect(sentences.every(({ text: piece, start, end }) => text.slice(start, end) === piece)).toBe(true);
        expect(sentences.every(({ start }, index) => start >= (sentences[index - 1]?.end ?? 0))).toBe(true);
        expect(squeezed(sentences.map((sentence) => sentence.text).join(''))).toBe(squeezed(text));
      }),
    );
  });
});
