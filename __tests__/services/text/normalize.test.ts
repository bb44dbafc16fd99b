import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalizeText } from '../../../services/text/normalize.ts';

describe('normalizeText', () => {
  it.each([
    ['ligatures', 'of\uFB01ce \uFB02ow', 'office flow'],
    ['full-width forms', 'ＡＢＣ１２３', 'ABC123'],
    ['line breaks, tabs and no-break spaces', ' a\r\n\tb\u00A0\u2003c\u0000d ', 'a b c d'],
    ['soft hyphens and zero-width characters', 'co\u00ADop\u200Ber\uFEFFate', 'cooperate'],
    ['direction overrides', 'abc\u202Edef\u2069', 'abcdef'],
    ['joiners that hide a difference between words', 'pass\u200Dword', 'password'],
    ['text smuggled in tag characters', 'hi\u{E0041}\u{E0042}', 'hi'],
    ['pictures of icon fonts', '\uF095 +1 555 0100', '+1 555 0100'],
    ['unpaired surrogates', 'a\uD800b', 'a\uFFFDb'],
  ])('cleans %s', (_name, text, expected) => {
    // Act
    const normalized = normalizeText(text);

    // Assess
    expect(normalized).toBe(expected);
  });

  it.each([
    ['the joiner that Persian spelling needs', 'می\u200Cخواهم'],
    ['an emoji made of several', '\u{1F469}\u200D\u{1F4BB}'],
    ['composed Japanese and Korean', 'がぎ 한국어'],
  ])('keeps %s', (_name, text) => {
    // Act and assess
    expect(normalizeText(text)).toBe(text);
  });

  it('gives the same again when applied again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        // Prepare
        const once = normalizeText(text);

        // Act and assess
        expect(normalizeText(once)).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});
