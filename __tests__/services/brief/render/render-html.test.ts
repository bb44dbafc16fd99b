import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { DomUtils, parseDocument } from 'htmlparser2';
import { renderHtml } from '../../../../services/brief/render/render-html.ts';
import { renderJson } from '../../../../services/brief/render/render-json.ts';
import { madeUpBrief, PAGE_ADDRESS } from './made-up-brief.ts';

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

const rendered = renderHtml(madeUpBrief());
const document = parseDocument(rendered);
const all = (name: string): Element[] => DomUtils.getElementsByTagName(name, document);
const byId = (id: string): Element | null => DomUtils.getElementById(id, document);
const textOf = (id: string): string =>
  DomUtils.textContent(byId(id) ?? [])
    .replace(/\s+/g, ' ')
    .trim();

describe('a brief as HTML', () => {
  test('is one file that loads nothing, runs nothing and sends nothing', () => {
    // Prepare
    const elements = DomUtils.getElementsByTagName('*', document);
    const policy = all('meta').find(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy')?.attribs
      .content;
    const style = DomUtils.textContent(all('style'));
    // Act
    const hash = createHash('sha256').update(style).digest('base64');
    // Assess
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`);
    expect(elements.filter(({ name }) => /^(?:script|link|img|iframe|object|embed|form|base|svg)$/.test(name))).toEqual(
      [],
    );
    expect(
      elements.filter(({ attribs }) => Object.keys(attribs).some((name) => /^on|^src|^style$/.test(name))),
    ).toEqual([]);
    expect(style).not.toMatch(/url\(|@import|</);
  });

  test('links out only to the pages read', () => {
    expect(
      all('a')
        .map(({ attribs }) => attribs.href ?? '')
        .filter((href) => !href.startsWith('#')),
    ).toEqual([PAGE_ADDRESS]);
  });

  test('has a language, a title, one main part, ids that are unique, and labels that exist', () => {
    // Prepare
    const elements = DomUtils.getElementsByTagName('*', document);
    const ids = elements.flatMap(({ attribs }) => attribs.id ?? []);
    const referred = elements
      .flatMap(({ attribs }) => [
        attribs['aria-labelledby'],
        attribs['aria-describedby'],
        attribs.href?.match(/^#(.*)/)?.[1],
      ])
      .filter((id) => id !== undefined);
    // Assess
    expect(all('html')[0]?.attribs.lang).toBe('en');
    expect(DomUtils.textContent(all('title'))).toBe('Acme Robotics: interview brief');
    expect([all('main').length, all('h1').length]).toEqual([1, 1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(referred.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('shows the quote at the marker and under the source that the marker leads to', () => {
    // Prepare
    const [marker] = DomUtils.getElementsByTagName('a', byId('why_you_fit-1') ?? []);
    // Act
    const { href = '', 'aria-describedby': tip = '' } = marker?.attribs ?? {};
    // Assess
    expect(DomUtils.textContent(marker ?? [])).toBe('[D1]');
    expect(textOf(tip)).toBe('Built robots Resume');
    expect(textOf(href.slice(1))).toBe('Built robots');
    expect(textOf('D1')).toContain('Built robots');
  });

  test('marks what is inferred, dates news, groups questions, and shows how the resume fits', () => {
    expect(textOf('what_they_do-1')).not.toContain('(inferred)');
    expect(textOf('risks-1')).toContain('(inferred)');
    expect(textOf('recent_news-2')).toMatch(/^14 October 2026 Acme grew\./);
    expect(textOf('fit-2')).toMatch(/^Kafka Missing ?Your resume says nothing about this\..*Say what carries over\.$/);
    expect(
      all('h3')
        .slice(0, 3)
        .map((heading) => DomUtils.textContent(heading)),
    ).toEqual(['Recruiter', 'Future colleagues', 'Anyone']);
  });

  test('tells gaps, warnings and what left the machine', () => {
    expect(DomUtils.textContent(all('section').filter(({ attribs }) => attribs.class === 'gaps'))).toContain(
      'Name the team page with --also URL.',
    );
    expect(textOf('W1')).toContain(
      '1,200 characters that a reader would not see (display:none) were left out of this brief.',
    );
    expect(DomUtils.textContent(document)).toContain(
      '1 page, 1 document, 3 requests to acme.example, nothing else left the machine.',
    );
  });

  test('without gaps has no part and no link for them', () => {
    expect(renderHtml(madeUpBrief({ gaps: [], degraded: false }))).not.toMatch(/href="#gaps"|id="gaps"/);
  });
});

describe('a brief as JSON', () => {
  test('is the brief itself', () => {
    expect(JSON.parse(renderJson(madeUpBrief()))).toEqual(madeUpBrief());
  });
});
