import { describe, expect, it } from '@jest/globals';
import { decodeHtml } from '../../../../services/website/page/decode-html.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('decodeHtml', () => {
  it.each([
    ['UTF-8 without any mark', new TextEncoder().encode('<p>Grüße 東京'), undefined],
    ['the charset of the header', latin('<p>Gr\u00fc\u00dfe'), 'text/html; charset=ISO-8859-1'],
    ['a charset in quotes', latin('<p>Gr\u00fc\u00dfe'), 'text/html; charset="windows-1252"'],
    ['the meta element', latin('<meta charset=latin1><p>Gr\u00fc\u00dfe'), undefined],
    [
      'the older meta element',
      latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>Gr\u00fc\u00dfe'),
      'text/html',
    ],
    [
      'a byte order mark before a wrong header',
      Uint8Array.of(0xef, 0xbb, 0xbf, ...new TextEncoder().encode('<p>Grüße')),
      'text/html; charset=latin1',
    ],
    [
      'UTF-16 by its byte order mark',
      Uint8Array.of(0xff, 0xfe, ...new Uint8Array(Uint16Array.from('<p>Grüße', (c) => c.charCodeAt(0)).buffer)),
      undefined,
    ],
    ['a label nobody knows', new TextEncoder().encode('<p>Grüße'), 'text/html; charset=klingon'],
  ])('reads %s', (_, bytes, contentType) => {
    // Act
    const text = decodeHtml(bytes, contentType);

    // Assess
    expect(text).toContain('<p>Grüße');
  });

  it('takes UTF-8 for a meta element that claims UTF-16, and marks bytes that do not fit', () => {
    expect(decodeHtml(latin('<meta charset=utf-16><p>text'))).toContain('<p>text');
    expect(decodeHtml(Uint8Array.of(0x61, 0xff))).toBe('a\ufffd');
  });
});
