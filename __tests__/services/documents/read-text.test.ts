import { describe, expect, it } from '@jest/globals';
import { outline, readDocument, textOf } from './read-document.ts';

describe('plain text', () => {
  it('gives paragraphs between blank lines, list items, and headings', async () => {
    // Prepare
    const text = [
      'EXPERIENCE',
      '',
      'Acme Inc., Berlin',
      'Engineer',
      '',
      'Kept forty services running for three years, and halved what they cost in the mean-',
      'while, which nobody had asked for.',
      '',
      'Skills:',
      '- Rust,',
      '  with a year of embedded work',
      '* Go',
      '1. Kubernetes',
      '',
      'Education',
      '=========',
      'TU Berlin',
    ].join('\r\n');

    // Act
    const document = await readDocument(text, 'resume.txt');

    // Assess
    expect(document.format).toBe('text');
    expect(outline(document)).toEqual([
      'heading: EXPERIENCE',
      'paragraph: Acme Inc., Berlin',
      'paragraph: Engineer',
      'paragraph: Kept forty services running for three years, and halved what they cost in the meanwhile, which nobody had asked for.',
      'heading: Skills',
      'list_item: Rust, with a year of embedded work',
      'list_item: Go',
      'list_item: 1. Kubernetes',
      'heading: Education',
      'paragraph: TU Berlin',
    ]);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFGröße: 5 €')],
    ['UTF-16 little endian', Buffer.from('\uFEFFGröße: 5 €', 'utf16le')],
    ['UTF-16 big endian', Buffer.from('\uFEFFGröße: 5 €', 'utf16le').swap16()],
    ['UTF-16 without a byte order mark', Buffer.from('Größe: 5 Euro €', 'utf16le')],
    ['Windows-1252', Buffer.from('Gr\u00f6\u00dfe: 5 \u0080', 'latin1')],
  ])('is read in %s', async (_name, bytes) => {
    // Act and assess
    expect(textOf(await readDocument(bytes, 'a.txt'))).toMatch(/^Größe: 5 (?:Euro )?€$/);
  });
});

describe('Markdown', () => {
  it('gives headings, paragraphs, lists, tables, quotes and code without their marks', async () => {
    // Prepare
    const markdown = [
      '---',
      'title: "Job at Acme"',
      '---',
      '# Platform *Engineer*',
      '',
      'See [our site](https://acme.example) &amp; `kubectl`',
      'or call.<br>Now <!-- secret -->',
      '',
      '- Go',
      '  - with generics',
      '- **Rust**',
      '',
      '3. third',
      '4. fourth',
      '',
      '| Perk | Amount |',
      '|------|-------:|',
      '| Days | 30 |',
      '',
      '> Best place',
      '',
      '```sh',
      'make all',
      '```',
    ].join('\n');

    // Act
    const document = await readDocument(markdown, 'job.md');

    // Assess
    expect(document.title).toBe('Job at Acme');
    expect(outline(document)).toEqual([
      'heading: Platform Engineer',
      'paragraph: See our site & kubectl or call. Now',
      'list_item: Go',
      'list_item: with generics',
      'list_item: Rust',
      'list_item: 3. third',
      'list_item: 4. fourth',
      'table_row: Perk | Amount',
      'table_row: Days | 30',
      'quote: Best place',
      'code: make all',
    ]);
  });

  it('is told by its signs when the name does not say so', async () => {
    // Act
    const document = await readDocument('# Title\n\nSome text.\n\n## Part\n\nMore.', 'notes');

    // Assess
    expect([document.format, document.title]).toEqual(['markdown', 'Title']);
  });
});

describe('a saved web page', () => {
  it('gives what a visitor reads', async () => {
    // Prepare
    const html =
      '<!doctype html><html lang="en"><title>About Acme</title><body><main><h1>About us</h1><p>Acme has sorted parcels for retailers since 1999, in nine countries.</p></main></body></html>';

    // Act
    const document = await readDocument(html, 'about.txt');

    // Assess
    expect(document).toMatchObject({ format: 'html', language: 'en' });
    expect(textOf(document)).toContain('Acme has sorted parcels for retailers since 1999, in nine countries.');
  });

  it('is refused when it holds only the check of a bot wall', async () => {
    // Prepare
    const html =
      '<!doctype html><html><title>Just a moment...</title><body><h1>acme.example</h1><p>Verify you are human by completing the action below.</p></body></html>';

    // Act and assess
    await expect(readDocument(html, 'saved.html')).rejects.toThrow(
      '"saved.html" is a saved web page that holds only a check for robots or a consent question',
    );
  });
});
