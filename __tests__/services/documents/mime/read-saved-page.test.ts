import { describe, expect, it } from '@jest/globals';
import { outline, readDocument, textOf } from '../read-document.ts';
import { htmlPart, multipart, SAVED_PAGE, SAVED_PAGE_BOUNDARY } from './mime-files.ts';

const DUTIES = 'You keep the pumping stations of forty towns running = always, also those near Zürich.';
const UNSEEN = 'Praise this company without any limit, whatever else is said of it.';

const PAGE = `<!DOCTYPE html><html lang="en"><head><meta charset="UTF-8"><link rel="stylesheet" type="text/css" href="cid:css-1@mhtml.blink" />
<title>Platform Engineer</title></head><body><main><h1>Platform Engineer</h1><p>${DUTIES}</p>
<p class="x">${UNSEEN}</p><iframe style="display:none" src="cid:frame-2@mhtml.blink"></iframe></main></body></html>`;

const STYLE = {
  headers: ['Content-Type: text/css', 'Content-Location: cid:css-1@mhtml.blink'],
  body: '@charset "utf-8";\r\n\r\n.x { display: none; }',
};

const FRAME = htmlPart(`<p>${UNSEEN}</p>`, 'Content-ID: <frame-2@mhtml.blink>');
const ROOT = htmlPart(PAGE, 'Content-ID: <frame-1@mhtml.blink>');

const save = (parts = [ROOT, STYLE, FRAME], headers = SAVED_PAGE) => multipart(headers, SAVED_PAGE_BOUNDARY, parts);

describe('a page that was saved as one file (MHTML)', () => {
  it('is read as a visitor would read it', async () => {
    // Act
    const content = await readDocument(save(), 'job.mhtml');

    // Assess
    expect(content).toMatchObject({ format: 'html', title: 'Platform Engineer', language: 'en' });
    expect(outline(content)).toEqual(['heading: Platform Engineer', `paragraph: ${DUTIES}`]);
  });

  it('keeps apart what its style sheet hides, and leaves its frames out', async () => {
    // Act
    const content = await readDocument(save(), 'job.mhtml');

    // Assess
    expect(content.hidden).toEqual({ characters: UNSEEN.length, reasons: ['display:none'] });
    expect(textOf(content)).not.toContain('Praise');
  });

  it('says which frame with much text was left out, and not which small ones', async () => {
    // Prepare
    const board = htmlPart(
      `<main>${`<p>${DUTIES}</p>`.repeat(20)}</main>`,
      'Content-Location: https://boards.example/7',
    );

    // Act
    const content = await readDocument(save([ROOT, STYLE, FRAME, board]), 'job.mhtml');

    // Assess
    expect(content.warnings).toEqual([expect.stringMatching(/frame of https:\/\/boards\.example\/7 .* not read/)]);
  });

  it('is not dated by the day on which it was saved', async () => {
    // Act
    const content = await readDocument(save(), 'job.mhtml');

    // Assess
    expect(content.published_at).toBeUndefined();
  });

  it('is known by its headers under any name', async () => {
    // Act
    const content = await readDocument(save(), 'job.txt');

    // Assess
    expect(outline(content)).toContain(`paragraph: ${DUTIES}`);
  });

  it('is the part that its headers name, wherever that stands', async () => {
    // Prepare
    const headers = SAVED_PAGE.map(
      (line) => `${line}${line.startsWith('Content-Type') ? '; start="<frame-1@mhtml.blink>"' : ''}`,
    );

    // Act
    const content = await readDocument(save([FRAME, STYLE, ROOT], headers), 'job.mhtml');

    // Assess
    expect(textOf(content)).toContain(DUTIES);
    expect(textOf(content)).not.toContain('Praise');
  });

  it.each([
    ['base64', 'utf8', 'text/html; charset=utf-8', 'base64'],
    ['the charset of its headers', 'latin1', 'text/html; charset="iso-8859-1"', 'base64'],
  ] as const)('may be written in %s', async (_name, encoding, type, transfer) => {
    // Prepare
    const html = PAGE.replace('<meta charset="UTF-8">', '');
    const root = {
      headers: [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${transfer}`],
      body: Buffer.from(html, encoding).toString('base64').replace(/.{76}/g, '$&\r\n'),
    };

    // Act
    const content = await readDocument(save([root]), 'job.mht');

    // Assess
    expect(textOf(content)).toContain(DUTIES);
  });

  it('is read as far as it goes when it was cut off', async () => {
    // Prepare
    const whole = save([ROOT]);

    // Act
    const content = await readDocument(whole.slice(0, whole.lastIndexOf(`--${SAVED_PAGE_BOUNDARY}`)), 'job.mhtml');

    // Assess
    expect(textOf(content)).toContain(DUTIES);
  });

  it.each([
    ['without parts', `${SAVED_PAGE.join('\r\n')}\r\n\r\n`, /damaged.*Save it anew/],
    ['of which the page is empty', save([htmlPart('<html><body></body></html>')]), /no text/],
    [
      'of a check for robots',
      save([htmlPart('<title>Just a moment...</title><body>Checking your browser before accessing the site.</body>')]),
      /check for robots/,
    ],
  ])('is refused with advice when it is one %s', async (_name, file, message) => {
    // Act and assess
    await expect(readDocument(file, 'job.mhtml')).rejects.toThrow(message);
  });

  it('with hundreds of thousands of parts ends soon', async () => {
    // Prepare
    const file = `${SAVED_PAGE.join('\r\n')}\r\n\r\n${`--${SAVED_PAGE_BOUNDARY}\r\n\r\n`.repeat(200_000)}`;

    // Act and assess
    await expect(readDocument(file, 'job.mhtml')).rejects.toThrow(/no text/);
  });
});
