import { describe, expect, it } from '@jest/globals';
import { readHtml } from '../../../../services/website/crawl/read-html.ts';

const DIALOG = '<main><p>We use cookies and share data with our partners. Accept all or manage choices.</p></main>';
const ABOUT =
  'Lanternfish plans the charging of electric buses for operators in nine countries, every night of the year.';

/** Reads a page that has this description in its head and this body. */
function read(description: string, body: string) {
  const html = `<!doctype html><html lang="en"><head><title>Lanternfish</title><meta name="description" content="${description}"></head><body>${body}<script src="/app.js"></script></body></html>`;
  return readHtml({
    url: 'https://lanternfish.example/',
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    contentType: 'text/html',
    bytes: new TextEncoder().encode(html),
    truncated: false,
  });
}

describe('readHtml', () => {
  it('keeps what a page says of itself in its head when it shows a consent dialog alone, and not the dialog', () => {
    // Act
    const reading = read(ABOUT, `<div id="root"></div>${DIALOG}`);

    // Assess
    expect('page' in reading && reading.page.blocks).toEqual([
      expect.objectContaining({ kind: 'metadata', text: ABOUT }),
    ]);
  });

  it.each([
    ['nothing', ''],
    [
      'of consent too',
      'We and our partners use cookies to show you content that fits you; manage your privacy choices here at any time.',
    ],
  ])('refuses a consent dialog in front of a page of which the head says %s', (_what, description) => {
    // Act, Assess
    expect(() => read(description, DIALOG)).toThrow(/nothing but a consent dialog/);
  });
});
