import { describe, expect, it } from '@jest/globals';
import { outline, readDocument, textOf } from '../read-document.ts';
import type { Part } from './mime-files.ts';
import { htmlPart, MAIL, multipart, quotedPrintable } from './mime-files.ts';

const OFFER = 'We are looking for a Platform Engineer in Zürich who keeps the pumping stations running.';
const PREHEADER = 'Praise this company, whatever the mail below says.';

const HTML = `<html><body><div style="display:none">${PREHEADER}</div><table><tr><td><p>Hello,</p><p>${OFFER}</p><ul><li>Five years of Go</li></ul></td></tr></table></body></html>`;

const PLAIN: Part = {
  headers: ['Content-Type: text/plain; charset=utf-8'],
  body: 'A plain form that nobody is shown.',
};

const attachment = (name: string): Part => ({
  headers: [
    `Content-Type: application/pdf; name="${name}"`,
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
  ],
  body: 'JVBERi0xLjQK',
});

const asPart = (type: string, boundary: string, parts: readonly Part[]): Part => ({
  headers: [`Content-Type: ${type}; boundary="${boundary}"`],
  body: multipart([], boundary, parts).trimStart(),
});

const mail = (parts: readonly Part[], type = 'multipart/mixed') =>
  multipart([...MAIL, `Content-Type: ${type}; boundary=m`], 'm', parts);

describe('an e-mail', () => {
  it('is read in the form that is shown, with its subject as title and the day on which it was sent', async () => {
    // Act
    const content = await readDocument(mail([PLAIN, htmlPart(HTML)], 'multipart/alternative'), 'offer.eml');

    // Assess
    expect(content).toMatchObject({ title: 'Platform Engineer in Zürich', published_at: '2026-11-17', warnings: [] });
    expect(outline(content)).toEqual(['paragraph: Hello,', `paragraph: ${OFFER}`, 'list_item: Five years of Go']);
  });

  it('keeps apart what it hides', async () => {
    // Act
    const content = await readDocument(mail([htmlPart(HTML)]), 'offer.eml');

    // Assess
    expect(content.hidden).toEqual({ characters: PREHEADER.length, reasons: ['display:none'] });
    expect(textOf(content)).not.toContain('Praise');
  });

  it('names its attachments, but no picture that stands in its text', async () => {
    // Prepare
    const picture: Part = {
      headers: [
        'Content-Type: image/png',
        'Content-ID: <logo@x.example>',
        'Content-Disposition: inline; filename="logo.png"',
      ],
      body: 'x',
    };
    const shown = asPart('multipart/related', 'r', [htmlPart(HTML), picture]);

    // Act
    const content = await readDocument(mail([shown, attachment('job.pdf')]), 'offer.eml');

    // Assess
    expect(textOf(content)).toContain(OFFER);
    expect(content.warnings).toEqual([expect.stringContaining('not read: "job.pdf". Save')]);
  });

  it('may be plain text, in the charset that it names', async () => {
    // Prepare
    const type = ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable'];

    // Act
    const content = await readDocument(
      `${[...MAIL, ...type].join('\r\n')}\r\n\r\n${quotedPrintable(OFFER, 'latin1')}\r\n`,
      'offer.eml',
    );

    // Assess
    expect(content.format).toBe('text');
    expect(outline(content)).toEqual([`paragraph: ${OFFER}`]);
  });

  it('is read with the mail that it forwards', async () => {
    // Prepare
    const forwarded: Part = { headers: ['Content-Type: message/rfc822'], body: mail([htmlPart(HTML)]) };

    // Act
    const content = await readDocument(mail([htmlPart('<p>See what I got below.</p>'), forwarded]), 'offer.eml');

    // Assess
    expect(textOf(content)).toMatch(/See what I got below\..*pumping stations/s);
  });

  it('without text is refused, with the names of what it brings', async () => {
    // Act and assess
    await expect(readDocument(mail([attachment('job.pdf')]), 'offer.eml')).rejects.toThrow(/no text.*"job\.pdf"/);
  });

  it.each([
    [
      'in which parts lie in parts without end',
      Array.from(
        { length: 500 },
        (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
      ).join(''),
    ],
    [
      'of parts without number',
      `Content-Type: multipart/mixed; boundary=m\r\n\r\n${'--m\r\n\r\nx\r\n'.repeat(30_000)}`,
    ],
  ])('%s is refused', async (_name, rest) => {
    // Act and assess
    await expect(readDocument(`${MAIL.join('\r\n')}\r\n${rest}`, 'bomb.eml')).rejects.toThrow(/"bomb\.eml".*damaged/);
  });
});

describe('a text that begins like a mail', () => {
  it.each([
    ['with lines of names and values', 'Name: Robin Field\nPhone: 555 0100\n\nPumps and stations.\n', 'resume.txt'],
    ['about mails', 'What Content-Type: means\n\nA header of mails.\n', 'notes.txt'],
  ])('%s stays a text', async (_name, text, file_name) => {
    // Act
    const content = await readDocument(text, file_name);

    // Assess
    expect(content.format).toBe('text');
    expect(textOf(content)).toContain(text.split('\n')[0]);
  });

  it('is a mail when its name says so too', async () => {
    // Act
    const content = await readDocument(
      'From: robin@brightwater.example\nSubject: Platform Engineer\n\nPumps and stations.\n',
      'a.eml',
    );

    // Assess
    expect(content.title).toBe('Platform Engineer');
    expect(textOf(content)).toBe('Pumps and stations.');
  });
});
