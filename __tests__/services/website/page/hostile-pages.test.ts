import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

/** Sizes at which anything that takes time in the square of the input would not end within the time of a test. */
describe('a hostile page', () => {
  it.each([
    ['20,000 nested elements', '<div>'.repeat(20_000), '</div>'.repeat(20_000)],
    ['200,000 elements that nothing ends', '<div>'.repeat(200_000), ''],
    ['end tags that match nothing', '<span>'.repeat(100_000) + '</div>'.repeat(100_000), ''],
    ['nested links', '<a href="/x"><div>'.repeat(60_000), ''],
    ['nested tables', '<table><tr><td>'.repeat(50_000), ''],
    ['forms and misplaced ends', '<form><b><p>'.repeat(50_000) + '</form>'.repeat(50_000), ''],
    ['5 MB of attributes', `<p ${'a="bbbbbbb" '.repeat(450_000)}>`, ''],
    ['one attribute of 5 MB', `<p class="${'abc '.repeat(1_250_000)}">`, ''],
    ['a million siblings', '<i></i>'.repeat(1_000_000), ''],
    ['100,000 paragraphs', '<p>word</p>'.repeat(100_000), ''],
    ['150,000 short links', '<p><a href="/x">Terms</a></p>'.repeat(150_000), ''],
    ['50,000 headings of related things', `<div>${'<h2>Related items</h2><p>x</p><p>y</p>'.repeat(50_000)}</div>`, ''],
    ['50,000 questions in each other', '<button aria-expanded="false">What is this?'.repeat(50_000), ''],
    ['100,000 legal lines', '<p>© Acme</p>'.repeat(100_000), ''],
    ['100,000 headings of one rank', `<div><h2>Related items</h2>${'<b><h2>Pot</h2></b>'.repeat(100_000)}</div>`, ''],
    ['a selector of a million parts', `<style>${'.a '.repeat(1_000_000)}{animation:b}</style>`, ''],
    ['a long line of breaks', 'x<br>'.repeat(200_000), ''],
    ['a heading full of blocks', `<h1>${'<div>x</div>'.repeat(50_000)}</h1>`, ''],
    ['a million spaces', `<p>a-${' \n'.repeat(500_000)}</p>`, ''],
    ['unclosed media rules', `<style>${'@media{'.repeat(100_000)}</style>`, ''],
    [
      '20,000 rules for one class',
      `<style>${'.a.b{display:none}'.repeat(20_000)}</style>${'<p class="a">x</p>'.repeat(5_000)}`,
      '',
    ],
    [
      'deep structured data',
      `<script type="application/ld+json">${'['.repeat(200_000)}${']'.repeat(200_000)}</script>`,
      '',
    ],
    ['a million brackets', '<'.repeat(1_000_000), '<p>'],
  ])('of %s is read to its end', (_, before, after) => {
    // Act
    const { blocks } = extractPage(`<body>${before}<p>The end of the page.</p>${after}`, 'https://acme.example/');

    // Assess
    expect(blocks.some(({ text }) => text.includes('The end of the page.'))).toBe(true);
  });
});

describe('a page of far more text than a source keeps', () => {
  it('is read as far as a source goes and not much further', () => {
    // Prepare: five million characters in paragraphs that all differ.
    const paragraphs = Array.from({ length: 1_000 }, (_, index) => `<p>${`${index} words `.repeat(500)}</p>`);

    // Act
    const { text_characters } = extractPage(`<body>${paragraphs.join('')}</body>`, 'https://acme.example/');

    // Assess
    expect(text_characters).toBeGreaterThan(400_000);
    expect(text_characters).toBeLessThan(2_000_000);
  });
});
