import { describe, expect, it } from '@jest/globals';
import { decodeHtml } from '../../../../services/website/page/decode-html.ts';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

const PROSE = Array.from(
  { length: 8 },
  (_, n) =>
    `<p>Brightwell measures what flows through pipe ${n}, day and night, and tells the people who run the plant before anything runs over.</p>`,
).join('');

const TEASERS = ['Floods of 2025', 'A new meter', 'Visit from Kiel']
  .map(
    (title) =>
      `<div class="card"><p>12/03/2025</p><p>${title}</p><p>What we have to say about ${title} is...</p></div>`,
  )
  .join('');

/** The visible texts of a page. */
function textsOf(html: string, url = 'https://brightwell.example/services/flow'): string[] {
  return extractPage(html, url)
    .blocks.filter(({ kind }) => kind !== 'metadata')
    .map(({ text }) => text);
}

function pageOf(main: string, head = ''): string {
  return `<html><head><title>Flow</title>${head}</head><body><main><h1>Flow measurement</h1>${PROSE}${main}</main></body></html>`;
}

describe('teasers of articles', () => {
  it('are left out of a page that is about something else, by heading and by their cut texts', () => {
    // Act
    const byHeading = textsOf(
      pageOf('<section><h2>Latest insights</h2><p>Why water runs uphill</p></section><p>The end.</p>'),
    );
    const byCut = textsOf(pageOf(`<div class="grid">${TEASERS}</div><p>The end.</p>`));

    // Assess
    for (const texts of [byHeading, byCut]) {
      expect(texts.slice(0, 2)).toEqual(['Flow measurement', expect.stringContaining('pipe 0')]);
      expect(texts.at(-1)).toBe('The end.');
      expect(texts).toHaveLength(10);
    }
  });

  it.each([
    ['a home page', 'https://brightwell.example/'],
    ['a home page in a language', 'https://brightwell.example/de-at/'],
    ['a home page by its file', 'https://brightwell.example/en/index.html'],
    ['a page of news', 'https://brightwell.example/news/'],
  ])('stay on %s', (_name, url) => {
    expect(textsOf(pageOf(`<div class="grid">${TEASERS}</div>`), url).join(' ')).toContain('Visit from Kiel');
  });

  it('stay where the page has little else', () => {
    const html = `<html><body><main><h1>Reading</h1><div class="grid">${TEASERS}</div></main></body></html>`;
    expect(textsOf(html)).toContain('Floods of 2025');
  });
});

describe('what a shop says beside every article', () => {
  const lines =
    '<p>Free shipping on orders over $50</p><p>Arrives by Friday</p><p>In stock</p><p>Holds 2 liters.</p><h2>Payment &amp; Security</h2><p>We take cards.</p>';

  it('is left out of the page of one article', () => {
    // Prepare
    const product =
      '<script type="application/ld+json">{"@type": "Product", "name": "Meter", "offers": {"price": 5}}</script>';

    // Act
    const texts = textsOf(pageOf(`<div>${lines}</div>`, product));

    // Assess
    expect(texts.join(' ')).not.toMatch(/shipping|Arrives|In stock|cards/);
    expect(texts).toContain('Holds 2 liters.');
  });

  it('is its price where metadata tells it too, unless the page is about prices', () => {
    // Prepare
    const product =
      '<script type="application/ld+json">{"@type": "Product", "name": "Meter", "offers": {"price": 5, "priceCurrency": "EUR"}}</script>';
    const body = pageOf('<p>€5.00 was €7.00</p>', product);

    // Act, assess
    expect(textsOf(body)).not.toContain('€5.00 was €7.00');
    expect(extractPage(body, 'https://brightwell.example/meter').blocks).toContainEqual({
      kind: 'metadata',
      text: 'Price: 5 EUR',
    });
    expect(textsOf(body, 'https://brightwell.example/pricing')).toContain('€5.00 was €7.00');
    expect(textsOf(pageOf('<p>€5.00 was €7.00</p>', '<meta property="og:type" content="product">'))).toContain(
      '€5.00 was €7.00',
    );
  });

  it('stays on the page of a company that delivers', () => {
    const texts = textsOf(pageOf('<ul><li>Same-day delivery</li><li>Express shipping to Norway</li></ul>'));
    expect(texts).toEqual(expect.arrayContaining(['Same-day delivery', 'Express shipping to Norway']));
  });
});

describe('faults of a site’s software', () => {
  it('are mended where characters were encoded twice, and nowhere else', () => {
    // Prepare: the bytes of UTF-8 read as Latin-1.
    const twice = Buffer.from(Buffer.from('You’re one of 5–50 – “us” 🌊, Müller.', 'utf8').toString('latin1'), 'utf8');
    const sign = Buffer.from('Turns by 360Â° and weighs 5Â\u00a0kg; ROMÂNIA', 'utf8');
    const once = Buffer.from('Ãœber Ã uns, Müller & Ärzte, 会社概要 â', 'utf8');

    // Act, assess
    expect(decodeHtml(twice)).toContain('You’re one of 5–50 – “us” 🌊');
    expect(decodeHtml(sign)).toBe('Turns by 360° and weighs 5\u00a0kg; ROMÂNIA');
    expect(decodeHtml(once)).toBe('Ãœber Ã uns, Müller & Ärzte, 会社概要 â');
  });

  it('are left out where a template wrote its data into the page', () => {
    const texts = textsOf(
      pageOf(`<p>{'en-in': 'https://brightwell.example/in', 'de': 'https://brightwell.example/de'}</p>`),
    );
    expect(texts.join(' ')).not.toContain('en-in');
  });
});
