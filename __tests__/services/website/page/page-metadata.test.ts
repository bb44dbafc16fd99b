import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

const ldJson = (...things: object[]): string => `<script type="application/ld+json">${JSON.stringify(things)}</script>`;
const read = (head: string, body = '<h1>Acme</h1><p>We build robots.</p>', url = 'https://acme.example/about/') =>
  extractPage(`<html lang="en_GB"><head>${head}</head><body>${body}</body></html>`, url);

describe('what a page says of itself', () => {
  it('gives title, description, language, canonical address, refresh and robots', () => {
    // Prepare
    const head = `<title>About us | Acme</title><meta property="og:site_name" content="Acme"><meta name="description" content="Robots &amp; more">
      <link rel="canonical" href="/about#top"><meta http-equiv="refresh" content="3; url='/new'"><meta name="robots" content="noindex, follow">`;

    // Act
    const page = read(head);

    // Assess
    expect(page).toMatchObject({
      title: 'About us',
      description: 'Robots & more',
      language: 'en-GB',
      site_name: 'Acme',
      canonical_url: 'https://acme.example/about',
      meta_refresh_url: 'https://acme.example/new',
      robots: { noindex: true, nofollow: false },
    });
  });

  it.each([
    ['<title>Acme: Careers</title><meta property="og:site_name" content="Acme">', 'Careers'],
    ['<title>Acme</title><meta property="og:site_name" content="Acme">', 'Acme'],
    ['<meta property="og:title" content="Our people"><title>People - Acme Inc.</title>', 'Our people'],
    ['<title>Well-known robots</title>', 'Well-known robots'],
    ['', 'Acme'],
  ])('takes the title of %s', (head, title) => {
    expect(read(head).title).toBe(title);
  });

  it('turns structured data into readable lines where they add words', () => {
    // Prepare
    const things = [
      { '@type': 'Organization', name: 'Acme', description: 'We build robots.', foundingDate: '1999' },
      { '@graph': [{ '@type': 'Person', name: 'Jane Roe', jobTitle: 'Chief Technology Officer' }] },
      {
        '@type': 'FAQPage',
        mainEntity: [
          { '@type': 'Question', name: 'Where are you based?', acceptedAnswer: { text: '<p>In Bergen, Norway.</p>' } },
        ],
      },
      { '@type': 'NewsArticle', headline: 'New office opened', datePublished: '2026-03-03T08:00:00+01:00' },
      {
        '@type': 'JobPosting',
        title: 'Rust Engineer',
        datePosted: '2026-02-01',
        employmentType: 'FULL_TIME',
        description: '<p>Write firmware.</p><ul><li>Five years of Rust</li></ul>',
        jobLocation: { address: { addressLocality: 'Oslo', addressCountry: 'NO' } },
        baseSalary: { currency: 'EUR', value: { minValue: 70000, maxValue: 90000, unitText: 'YEAR' } },
      },
    ];

    // Act
    const lines = read(ldJson(...things)).blocks.filter(({ kind }) => kind === 'metadata');

    // Assess
    expect(lines).toEqual([
      { kind: 'metadata', text: 'Founded: 1999' },
      { kind: 'metadata', text: 'Jane Roe, Chief Technology Officer' },
      { kind: 'metadata', text: 'Where are you based?' },
      { kind: 'metadata', text: 'In Bergen, Norway.' },
      { kind: 'metadata', text: 'New office opened', date: '2026-03-03' },
      { kind: 'metadata', text: 'Rust Engineer', date: '2026-02-01' },
      { kind: 'metadata', text: 'Location: Oslo, NO' },
      { kind: 'metadata', text: 'Employment: full time' },
      { kind: 'metadata', text: 'Salary: EUR 70000–90000 per year' },
      { kind: 'metadata', text: 'Write firmware.' },
      { kind: 'metadata', text: 'Five years of Rust' },
    ]);
  });

  it('adds nothing that is visible already, and survives broken data', () => {
    // Prepare
    const head = `${ldJson({ '@type': 'Person', name: 'Jane Roe', jobTitle: 'CEO' })}<script type="application/ld+json">{"@type": oops</script>`;

    // Act
    const { blocks } = read(head, '<h3>Jane Roe</h3><p>CEO</p>');

    // Assess
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  });

  it.each([
    [
      'its structured data',
      ldJson({ '@type': 'BlogPosting', datePublished: '2026-03-03', dateModified: '2026-05-05' }),
      '',
      '2026-03-03',
    ],
    ['its meta element', '<meta property="article:published_time" content="2026-03-03T10:00:00Z">', '', '2026-03-03'],
    [
      'the line below its headline',
      '',
      '<h1>Post</h1><p>By Jane Roe on March 3, 2026</p><p>Text of the post.</p>',
      '2026-03-03',
    ],
    [
      'the line above its headline',
      '',
      '<time datetime="2026-03-03">3 Mar</time><h1>Post</h1><p>Text of the post.</p>',
      '2026-03-03',
    ],
    [
      'no change alone',
      ldJson({ '@type': 'BlogPosting', dateModified: '2026-05-05' }),
      '<h1>Post</h1><p>Updated May 5, 2026</p>',
      undefined,
    ],
    ['no copyright line', '', '<h1>Post</h1><p>© March 3, 2026 Acme</p>', undefined],
    [
      'no list of news',
      '',
      '<h1>News</h1><p>March 3, 2026</p><h2>A</h2><p>March 2, 2026</p><h2>B</h2><p>March 1, 2026</p><h2>C</h2>',
      undefined,
    ],
  ])('is published by %s', (_, head, body, date) => {
    expect(read(head, body || undefined).published_at).toBe(date);
  });

  it('gives links with their place, once each, absolute, without fragments', () => {
    // Prepare
    const body = `<header><a href="/">Acme</a><nav><a href="/about">About</a></nav></header><main><a href="jobs#open">Open <b>roles</b></a>
      <a href="jobs"><img alt="again"></a><a href="mailto:a@acme.example">Mail</a><a href="javascript:void(0)">Run</a></main>
      <footer><a href="https://other.example/x" rel="NOFOLLOW">Other</a></footer>`;

    // Act
    const { links } = read('', body);

    // Assess
    expect(links).toEqual([
      { url: 'https://acme.example/', text: 'Acme', place: 'header' },
      { url: 'https://acme.example/about', text: 'About', place: 'nav' },
      { url: 'https://acme.example/about/jobs', text: 'Open roles', place: 'main' },
      { url: 'https://other.example/x', text: 'Other', rel: 'nofollow', place: 'footer' },
    ]);
  });

  it('gives what the head says about the site, its frames and scripts, and its languages', () => {
    // Prepare
    const head = `<link rel="author" href="/people"><link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="de-AT" href="/wien">
      <link rel="alternate" hreflang="x-default" href="/"><link rel="alternate" type="application/rss+xml" href="/feed">`;

    // Act
    const { links, variants } = extractPage(
      `<html><head>${head}</head><body><h1>Acme</h1><iframe src="/map"></iframe><script src="https://cdn.example/a.js"></script></body></html>`,
      'https://acme.example/',
    );

    // Assess
    expect(links).toEqual([
      { url: 'https://acme.example/people', text: 'author', rel: 'author', place: 'main' },
      { url: 'https://acme.example/map', text: '', place: 'main', embedded: true },
      { url: 'https://cdn.example/a.js', text: '', place: 'main', embedded: true },
    ]);
    expect(variants).toEqual([
      { language: 'de-at', url: 'https://acme.example/wien' },
      { language: 'x-default', url: 'https://acme.example/' },
    ]);
  });

  it('drops relative links of a saved file', () => {
    // Act
    const { links } = read(
      '',
      '<a href="/about">About</a><a href="https://acme.example/jobs">Jobs</a>',
      'file:///saved.html',
    );

    // Assess
    expect(links.map(({ url }) => url)).toEqual(['https://acme.example/jobs']);
  });

  it('knows a page that is built by scripts, and reads its data instead', () => {
    // Prepare
    const data = {
      props: {
        hero: { title: 'Robots for all' },
        body: 'We make robots that help people in their daily work, everywhere.',
        css: '.a{color:red;margin:0 auto;padding:12px 12px}',
      },
    };
    const body = `<div id="__next"></div><noscript>Please enable JavaScript to run this app.</noscript>
      <script id="__NEXT_DATA__" type="application/json">${JSON.stringify(data)}</script><script>window.__MORE__ = {"text":"A second sentence that stands in the state of the page."};</script>`;

    // Act
    const page = read('', body);

    // Assess
    expect(page).toMatchObject({ script_shell: true, text_characters: 0 });
    expect(page.warnings).toHaveLength(1);
    expect(page.blocks).toEqual([
      { kind: 'metadata', text: 'Robots for all' },
      { kind: 'metadata', text: 'We make robots that help people in their daily work, everywhere.' },
      { kind: 'metadata', text: 'A second sentence that stands in the state of the page.' },
    ]);
  });
});

describe('a description that a script would bring into a panel', () => {
  const description = `The Gauge measures the water level every second. ${'It sends each value to the pilots without a cable, in storms and in frost. '.repeat(3)}`;
  const gauge = ldJson({ '@type': 'Product', name: 'Tallow Gauge', description });

  it('stands after the heading that names the thing, where the page shows next to nothing of it', () => {
    // Act
    const { blocks, text_characters } = read(gauge, '<h1>Tallow Gauge</h1><p>€ 1,240</p>');

    // Assess
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph']);
    expect(blocks[1]?.text).toMatch(/^The Gauge measures the water level every second\./);
    expect(text_characters).toBeGreaterThan(description.length - 10);
  });

  it.each([
    [
      'the page has a text of its own',
      `<h1>Tallow Gauge</h1>${'<p>Another text about harbors, pilots and charts.</p>'}${`<p>${'Long and different words about something else entirely. '.repeat(20)}</p>`}`,
    ],
    ['the heading names another thing', '<h1>Quay Lamp</h1><p>€ 90</p>'],
  ])('stays metadata when %s', (_, body) => {
    // Act
    const { blocks } = read(gauge, body);

    // Assess
    const holding = blocks.filter(({ text }) => text.includes('measures the water level'));
    expect(holding.map(({ kind }) => kind)).toEqual(['metadata']);
  });

  it('is no line of a breadcrumb', () => {
    // Prepare
    const steps = ldJson({
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', position: 1, name: 'Storefront', item: 'https://acme.example/shop' }],
    });

    // Act and assess
    expect(read(steps).blocks.map(({ text }) => text)).not.toContain('Storefront');
  });
});
