import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Block } from '../../../../contracts/index.ts';
import { extractPage } from '../../../../services/website/page/extract-page.ts';
import { normalizePageText } from '../../../../services/website/page/normalize-text.ts';

const piece = fc.constantFrom(
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<ul>',
    '<li>',
    '</ul>',
    '<a href="/x">',
    '</a>',
    '<h1>',
    '</h1>',
    '<b>',
  ],
  ...[
    '</b>',
    '<nav>',
    '</nav>',
    '<svg>',
    '</svg>',
    '<title>',
    '</title>',
    '<script>',
    '</script>',
    '<style>.a{display:none',
    '</style>',
    '<!--',
    '-->',
    '<br>',
  ],
  ...[
    '<form>',
    '<select>',
    '<option>',
    '<template>',
    '</template>',
    '<body>',
    '</body>',
    '<head>',
    '&nbsp;',
    '&#x110000;',
    '<p class="a">',
    '<i hidden>',
    '<![CDATA[',
    '<x-y/>',
  ],
  ...[
    'word ',
    'Straße ',
    '\u00ad',
    '\u200b',
    '\u0000',
    'March 3, 2026',
    '<time datetime="2026-02-30">',
    '<blockquote>',
    '<meta name=description content="a b">',
    '<base href="::">',
  ],
);
const randomHtml = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

describe('any page', () => {
  it('is read without an error, into valid and normalized blocks', () => {
    fc.assert(
      fc.property(randomHtml, (html) => {
        const page = extractPage(html, 'https://acme.example/');
        for (const block of page.blocks) {
          expect(Block.safeParse(block).error).toBeUndefined();
          expect(normalizePageText(block.text)).toBe(block.text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('never shows what stands in a hidden element', () => {
    const hiding = fc.constantFrom(
      'style="display:none"',
      'hidden',
      'aria-hidden="true"',
      'class="gone"',
      'style="position:fixed;top:-5000px"',
    );
    const content = fc.array(
      fc.constantFrom(
        '<b>',
        '</b>',
        '<p>',
        '</p>',
        '<ul><li>',
        '</ul>',
        'zzsecret ',
        '<a href="/q">',
        '<br>',
        '<div>',
        '</div>',
        '<table><tr><td>',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(hiding, content, (attribute, pieces) => {
        // The frame keeps end tags in the content from closing the hidden element itself.
        const inner = pieces.filter((part) => !part.startsWith('</div')).join('');
        const html = `<style>.gone{display:none}</style><h1>Acme</h1><div ${attribute}>zzsecret ${inner}</div>`;
        expect(JSON.stringify(extractPage(html, 'https://acme.example/').blocks)).not.toContain('zzsecret');
      }),
    );
  });

  it('is normalized once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const once = normalizePageText(text);
        expect(normalizePageText(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('has words joined that hyphens broke, without what nobody reads', () => {
    expect(
      normalizePageText('  soft\u00adware  engi-\n  neering\u200b \ufb01eld e\u0301t\u00e9 on- and\noff-site  '),
    ).toBe('software engineering field été on- and off-site');
  });
});
