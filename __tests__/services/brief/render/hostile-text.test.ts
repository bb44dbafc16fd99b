import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DomUtils, parseDocument } from 'htmlparser2';
import { marked } from 'marked';
import type { Brief } from '../../../../contracts/index.ts';
import { html } from '../../../../services/brief/render/escape-html.ts';
import { escapeMarkdown } from '../../../../services/brief/render/escape-markdown.ts';
import { renderHtml } from '../../../../services/brief/render/render-html.ts';
import { renderMarkdown } from '../../../../services/brief/render/render-markdown.ts';
import { citation, claim, madeUpBrief, PAGE_ADDRESS } from './made-up-brief.ts';

/** Pieces that make links, tags and blocks in Markdown and HTML, or end what surrounds them. */
const PIECES = [
  '](javascript:alert(1))',
  '[x](javascript:alert(1))',
  '[x](/there)',
  '![x](there.png)',
  '[click](https://evil.example)',
  '![x](https://evil.example/x.png)',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onclick='alert(1)",
  '</title>',
  '</style>',
  '</q>',
  '<!--',
  '-->',
  '&lt;b&gt;',
  '&#106;avascript:',
  'https://evil.example/a',
  'www.evil.example',
  'mailto:a@evil.example',
  'a@evil.example',
  '<https://evil.example>',
  '[^W1-1]',
  '[^x]: https://evil.example',
  '[x]: https://evil.example',
  '`',
  '``',
  '```',
  '\\',
  '*',
  '_',
  '**',
  '~~',
  '#',
  '- ',
  '> ',
  '1. ',
  '|',
  '---',
  '===',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  '    ',
  '$',
  '"',
  "'",
  '(',
  ')',
  '“',
  '”',
  '\u202e',
  '\u0000',
  'word',
  ' ',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 10 })
  .map((pieces) => pieces.join(''));

/** A brief with the same hostile text in every place that a source, a model or a caller fills. */
function briefOf(text: string): Brief {
  const brief = madeUpBrief();
  const cited = [citation('W1', text), citation('D1', `${text} `)];
  return {
    ...brief,
    company_name: text,
    company_url: text,
    role: text,
    sections: brief.sections.map(({ section_id, title, claims }) => ({
      section_id,
      title,
      claims: claims.map((old, index) =>
        claim(section_id, index + 1, text, {
          ...(old.fit && { fit: { requirement: text, strength: 'partial', advice: text } }),
          citations: cited,
        }),
      ),
    })),
    gaps: [{ sought: text, where: text, reason: text, remedy: text }],
    sources: brief.sources.map((source) => ({
      ...source,
      title: text,
      warnings: [text],
      language: text,
      hidden: { characters: 5, reasons: [text] },
      ...(source.kind === 'document' ? { file_name: text } : {}),
    })),
    made_by: { writer: text },
    dropped_claims: { [text]: 1 },
    usage: { ...brief.usage, requests: { [text]: 1 }, left_out: [text] },
  };
}

/** The elements of a page and where its links lead, parsed as a browser would. */
function shapeOf(html: string): { readonly names: Set<string>; readonly links: string[]; readonly text: string } {
  const elements = DomUtils.getElementsByTagName('*', parseDocument(html));
  const links = elements
    .flatMap(({ attribs }) => [attribs.href, attribs.src, attribs.action])
    .filter((link) => link !== undefined);
  return { names: new Set(elements.map(({ name }) => name)), links, text: DomUtils.textContent(parseDocument(html)) };
}

describe('text of sources', () => {
  const harmless = shapeOf(renderHtml(briefOf('harmless')));
  const harmlessMarkdown = shapeOf(marked.parse(renderMarkdown(briefOf('harmless')), { async: false }));

  test('makes no tag and no link in the HTML brief, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Act
        const { names, links } = shapeOf(renderHtml(briefOf(text)));
        // Assess
        expect([...names].filter((name) => !harmless.names.has(name))).toEqual([]);
        expect(links.filter((link) => !link.startsWith('#'))).toEqual([PAGE_ADDRESS]);
      }),
      { numRuns: 200 },
    );
  });

  test('stays inside the attribute or element of the template that it is put into', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Act
        const [element, ...others] = DomUtils.getElementsByTagName(
          '*',
          parseDocument(html`<p title="${text}">${text}</p>`.markup),
        );
        // Assess
        expect(others).toEqual([]);
        expect(Object.keys(element?.attribs ?? {})).toEqual(['title']);
        expect(element?.attribs.title).toBe(DomUtils.textContent(element ?? []));
      }),
    );
  });

  test('makes no tag, no link and no block in the Markdown brief, wherever it stands', () => {
    fc.assert(
      fc.property(
        hostile.filter((text) => text.trim() !== ''),
        (text) => {
          // Act
          const { names, links } = shapeOf(marked.parse(renderMarkdown(briefOf(text)), { async: false }));
          // Assess
          expect([...names].filter((name) => !harmlessMarkdown.names.has(name) && name !== 'code')).toEqual([]);
          expect(links).toEqual([PAGE_ADDRESS]);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('is read in Markdown exactly as it was, but for white space and controls', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        // Prepare
        const visible = (value: string) => value.replace(/[\p{Cc}\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, '');
        // Act
        const shown = shapeOf(marked.parse(`- x ${escapeMarkdown(text)}`, { async: false })).text;
        // Assess
        expect(visible(shown)).toBe(`x${visible(text)}`);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['javascript:alert(1)'],
    ['data:text/html,<script>alert(1)</script>'],
    ['//evil.example'],
    ['not an address'],
  ])('an address of a source that is not of the web (%s) is shown and not linked', (url) => {
    // Prepare
    const brief = madeUpBrief();
    const sources = brief.sources.map((source) => (source.kind === 'page' ? { ...source, url } : source));
    // Act
    const links = [
      renderHtml({ ...brief, sources }),
      marked.parse(renderMarkdown({ ...brief, sources }), { async: false }),
    ].flatMap((html) => shapeOf(html).links);
    // Assess
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([]);
  });
});
