import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

const blocksOf = (body: string) => extractPage(`<html><body>${body}</body></html>`, 'https://acme.example/').blocks;

describe('the structure of a page', () => {
  it('keeps headings, paragraphs, lists, quotes, code and rows of tables', () => {
    // Prepare
    const body = `<h1>About Acme</h1><p>We build <b>robo</b>ts<br>for people.</p><h2 class="x">Values</h2><ul><li>Honesty<ul><li>Always</li></ul></li></ul>
      <blockquote>They listen.<footer>Ann Lee, Acme customer</footer></blockquote><pre>npm start</pre>
      <table><tr><th>Plan</th><th>Price</th></tr><tr><td><p>Pro</p><p>yearly</p></td><td>$10</td></tr></table>`;

    // Act
    const blocks = blocksOf(body);

    // Assess
    expect(blocks).toEqual([
      { kind: 'heading', level: 1, text: 'About Acme' },
      { kind: 'paragraph', text: 'We build robots for people.' },
      { kind: 'heading', level: 2, text: 'Values' },
      { kind: 'list_item', text: 'Honesty' },
      { kind: 'list_item', text: 'Always' },
      { kind: 'quote', text: 'They listen.' },
      { kind: 'quote', text: 'Ann Lee, Acme customer' },
      { kind: 'code', text: 'npm start' },
      { kind: 'table_row', text: 'Plan | Price' },
      { kind: 'table_row', text: 'Pro yearly | $10' },
    ]);
  });

  it('reads a page of cards card by card, name before title', () => {
    // Prepare
    const card = (name: string, title: string): string =>
      `<div class="card"><a href="/t"><img alt=""><h3>${name}</h3><p>${title}</p></a><button>Bio</button></div>`;

    // Act
    const blocks = blocksOf(
      `<h1>Team</h1><div class="grid">${card('Jane Roe', 'Chief Technology Officer')}${card('Li Wei', 'Engineer')}${card('Bo Ek', 'Engineer')}</div>`,
    );

    // Assess
    expect(blocks.map(({ text }) => text)).toEqual([
      'Team',
      'Jane Roe',
      'Chief Technology Officer',
      'Li Wei',
      'Engineer',
      'Bo Ek',
      'Engineer',
    ]);
  });

  it('keeps a list of roles that are all links, and drops menus, forms, breadcrumbs and the footer', () => {
    // Prepare
    const body = `<header><a href="/">Acme</a><nav><ul><li><a href="/about">About us</a></li></ul></nav></header>
      <ol class="breadcrumb"><li><a href="/">Home</a></li><li>Careers</li></ol>
      <main><h1>Careers</h1><ul><li><a href="/jobs/1">Senior Engineer, Berlin</a></li><li><a href="/jobs/2">Designer, Remote</a></li></ul>
      <form><select><option>All teams</option></select><button>Search roles</button></form></main>
      <div class="newsletter-signup"><p>Sign up for our newsletter</p></div><footer><p>© 2026 Acme Inc.</p></footer>`;

    // Act
    const texts = blocksOf(body).map(({ text }) => text);

    // Assess
    expect(texts).toEqual(['Careers', 'Senior Engineer, Berlin', 'Designer, Remote']);
  });

  it('dates news by their time element and by the date beside the headline, whatever its form', () => {
    // Prepare
    const body = `<h1>News</h1><article><h2>Acme opens in Oslo</h2><p>March 3, 2026</p><p>We have opened a new office in Oslo.</p></article>
      <article><span>2 February 2026</span><h2>Acme hires Jane Roe</h2></article>
      <article><time datetime="2026-01-05T09:00Z">last month</time><h2>Acme raises money</h2></article>
      <ul><li><a href="/n">Acme wins a prize</a> 2025-12-24</li></ul><p>On June 1, 2024 we had founded the company in a garage in Bergen.</p>`;

    // Act
    const dated = blocksOf(body)
      .filter(({ date }) => date !== undefined)
      .map(({ text, date }) => [text, date]);

    // Assess
    expect(dated).toEqual([
      ['Acme opens in Oslo', '2026-03-03'],
      ['March 3, 2026', '2026-03-03'],
      ['2 February 2026', '2026-02-02'],
      ['Acme hires Jane Roe', '2026-02-02'],
      ['last month', '2026-01-05'],
      ['Acme raises money', '2026-01-05'],
      ['Acme wins a prize 2025-12-24', '2025-12-24'],
    ]);
  });

  it('drops what comes twice for another screen, calls to act, and sections of related things', () => {
    // Prepare
    const body = `<a href="#main">Skip to main content</a><main id="main"><h1>Robot arm</h1><p>An arm that lifts forty kilograms with ease.</p>
      <p>An arm that lifts forty kilograms with ease.</p><p><a href="/more">Learn more</a></p>
      <section><h2>You may also like</h2><ul><li><a href="/p/2">Robot leg</a></li></ul></section><h2>Warranty</h2><p>Two years.</p></main>`;

    // Act
    const texts = blocksOf(body).map(({ text }) => text);

    // Assess
    expect(texts).toEqual(['Robot arm', 'An arm that lifts forty kilograms with ease.', 'Warranty', 'Two years.']);
  });

  it.each([
    [
      'OneTrust',
      '<div id="onetrust-consent-sdk"><div class="ot-sdk-container"><h2>Your choice</h2><p>We value you.</p></div></div>',
    ],
    ['Cookiebot', '<div id="CybotCookiebotDialog"><h2>This website</h2><p>Choose what we store.</p></div>'],
    ['Usercentrics', '<div id="usercentrics-root"><p>Choose what we store.</p></div>'],
    ['Didomi', '<div id="didomi-host"><div class="didomi-popup"><p>Choose what we store.</p></div></div>'],
    ['Osano', '<div class="osano-cm-window"><p>Choose what we store.</p></div>'],
    ['Quantcast', '<div class="qc-cmp2-container"><p>Choose what we store.</p></div>'],
    [
      'a bar without a name',
      '<div class="bar"><p>This website uses cookies to serve you better. By continuing you agree.</p><p>Manage settings</p></div>',
    ],
  ])('drops the consent banner of %s', (_, banner) => {
    expect(blocksOf(`<h1>Acme</h1><p>We build robots.</p>${banner}`).map(({ text }) => text)).toEqual([
      'Acme',
      'We build robots.',
    ]);
  });

  it('drops reviews of customers and a footer that is not marked up as one', () => {
    // Prepare
    const body = `<h1>Robot arm</h1><p>An arm that lifts forty kilograms with ease.</p><div><h2>128 customer reviews</h2><p>Great arm, would buy again.</p></div>
      <div><a href="/about">About us</a></div><div><a href="/terms">Terms of service</a></div><div><a href="/blog">Blog</a></div>`;

    // Act
    const texts = blocksOf(body).map(({ text }) => text);

    // Assess
    expect(texts).toEqual(['Robot arm', 'An arm that lifts forty kilograms with ease.']);
  });

  it('keeps a page whole that would come out empty', () => {
    // Prepare
    const links = Array.from(
      { length: 20 },
      (_, index) => `<p><a href="/a${index}">Read article ${index} of Acme</a></p>`,
    );

    // Act
    const blocks = blocksOf(links.join(''));

    // Assess
    expect(blocks).toHaveLength(20);
  });

  it('keeps a page about cookies', () => {
    // Act
    const blocks = blocksOf('<h1>Cookie policy</h1><p>We use cookies to remember your language.</p>');

    // Assess
    expect(blocks).toHaveLength(2);
  });

  it('mends broken markup as browsers do', () => {
    // Prepare
    const body =
      '<p>One<p>Two<div>Three</p></span></div><ul><li>Four<li>Five</ul><a href="/x"><div>Six</a> and more</div><p>Seven';

    // Act
    const texts = blocksOf(body).map(({ text }) => text);

    // Assess
    expect(texts).toEqual(['One', 'Two', 'Three', 'Four', 'Five', 'Six and more', 'Seven']);
  });
});
