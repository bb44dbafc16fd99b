import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

/** The visible texts of a page whose body is given. */
function textsOf(body: string): string[] {
  return extractPage(`<html><body>${body}</body></html>`, 'https://acme.example/services')
    .blocks.filter(({ kind }) => kind !== 'metadata')
    .map(({ text }) => text);
}

const CONTENT = `<div class="c1"><h1>Robots for hospitals</h1><p>Acme carries linen and meals through forty hospitals at night.</p></div>
  <div class="c2"><h2>Service</h2><p>Our engineers answer within an hour and come within a day, also on Sundays.</p></div>`;
const TEXTS = [
  'Robots for hospitals',
  'Acme carries linen and meals through forty hospitals at night.',
  'Service',
  'Our engineers answer within an hour and come within a day, also on Sundays.',
];

describe('a page of nameless boxes', () => {
  it('is read without the footer around its legal line', () => {
    // Prepare
    const footer = `<div class="x9"><div><div>Company</div><a href="/about">About</a><a href="/jobs">Careers</a></div>
      <div><div>Subscribe</div><p>News of Acme, sent to you once a month, never more.</p></div><div><span>© 2026 Acme Robotics Inc.</span></div></div>`;

    // Act, assess
    expect(textsOf(`<div id="root">${CONTENT}${footer}</div>`)).toEqual(TEXTS);
  });

  it('keeps what stands beside a legal line when it is more than a footer', () => {
    // Prepare: one box for all, with cards as short as the lines of a footer.
    const cards =
      '<div><h3>Lena Holt</h3><div>Chief Executive</div></div><div><h3>Omar Diaz</h3><div>Engineer</div></div>';

    // Act
    const texts = textsOf(`<div id="root"><h1>Team</h1>${cards}<div>© 2026 Acme</div></div>`);

    // Assess
    expect(texts).toEqual(['Team', 'Lena Holt', 'Chief Executive', 'Omar Diaz', 'Engineer']);
  });

  it('is read without a menu that is longer than the page', () => {
    // Prepare
    const group = (name: string): string =>
      `<div><div>${name}</div>${'<a href="/s"><span>Solution for wards</span> <span>Carry what wards need when they need it</span></a>'.repeat(8)}</div>`;

    // Act, assess
    expect(textsOf(`<div id="app">${['A', 'B', 'C'].map(group).join('')}${CONTENT}</div>`)).toEqual(TEXTS);
  });

  it('keeps the line above the main heading, though not what stands above the page', () => {
    // Prepare
    const hero = '<div class="hero"><p>Logistics</p><h1>Robots for hospitals</h1><p>They carry linen.</p></div>';

    // Act
    const texts = textsOf(
      `<div id="root"><div><a href="/">Acme</a><span>Call 555 0100</span></div>${hero}<p>By night.</p><p>By day.</p><p>Always.</p></div>`,
    );

    // Assess
    expect(texts).toEqual([
      'Logistics',
      'Robots for hospitals',
      'They carry linen.',
      'By night.',
      'By day.',
      'Always.',
    ]);
  });
});

describe('a page without a main heading', () => {
  const text = '<h2>Service</h2><p>Our engineers answer within an hour, also on Sundays.</p>';

  it.each([
    ['a menu', '<div><div><a href="/">Home</a></div><div><a href="/x">Wards</a></div></div>'],
    [
      'a name and a menu',
      '<div>Acme</div><ul><li><a href="/a">Products</a></li><li><a href="/b">Pricing</a></li></ul>',
    ],
    [
      'its name as a heading and a menu',
      '<h1><a href="/">Acme</a></h1><ul><li><a href="/a">About us</a></li><li><a href="/b">Contact</a></li></ul>',
    ],
    ['one line of links', '<div><a href="/">Acme</a><a href="/shop">Shop</a><a href="/about">About</a></div>'],
    ['one row of links', '<table><tr><td><a href="/">Home</a></td><td><a href="/c">Claims</a></td></tr></table>'],
  ])('is read without %s', (_, menu) => {
    expect(textsOf(menu + text)).toEqual(['Service', 'Our engineers answer within an hour, also on Sundays.']);
  });

  it('keeps a list of roles that it starts with', () => {
    const roles = '<ul><li><a href="/1">Geologist</a></li><li><a href="/2">Surveyor</a></li></ul>';
    const menu = '<ul><li><a href="/">Home</a></li><li><a href="/w">Wards</a></li></ul>';
    expect(textsOf(`${menu}${roles}<h2>How we hire</h2>`)).toEqual(['Geologist', 'Surveyor', 'How we hire']);
    expect(textsOf(`<p>Open roles</p>${roles}<h2>How we hire</h2>`)).toEqual([
      'Open roles',
      'Geologist',
      'Surveyor',
      'How we hire',
    ]);
  });

  it('keeps what its header says when that is its hero', () => {
    const hero =
      '<header class="hero"><nav><a href="/a">About</a></nav><p>Since 1979</p><div>We keep tunnels open</div></header>';
    expect(textsOf(hero + text).slice(0, 2)).toEqual(['Since 1979', 'We keep tunnels open']);
  });
});

describe('parts of a page', () => {
  it('are read where a button carries a question, and not where it opens a menu', () => {
    // Prepare
    const body = `<button aria-expanded="false" aria-controls="m">Menu</button><h2>Questions</h2>
      <h3><button aria-expanded="false">Pricing</button></h3><div class="faq-answer" style="display:none"><p>Two euros a trip.</p></div>
      <div><button aria-controls="a2"><span>Does it climb stairs?</span></button><div id="a2" hidden><p>Not yet.</p></div></div>
      <button>Send</button>`;

    // Act, assess
    expect(textsOf(`<h1>Acme</h1>${body}`)).toEqual([
      'Acme',
      'Questions',
      'Pricing',
      'Two euros a trip.',
      'Does it climb stairs?',
      'Not yet.',
    ]);
  });

  it('are read where a label says more than the name of a field', () => {
    // Prepare
    const body = `<input id="n"><label for="n">Your name</label><label>Ward <select><option>A</option></select></label>
      <div><label>Weight</label> 40 kg</div><input type="checkbox" id="q"><label class="tab-label" for="q">Insurance</label><div class="tab-content"><p>Is paid by us.</p></div>
      <label><input type="radio" name="p"> Fleet plan, for hospitals with more than three wards</label>`;

    // Act, assess
    expect(textsOf(`<h1>Acme</h1>${body}`)).toEqual([
      'Acme',
      'Weight 40 kg',
      'Insurance',
      'Is paid by us.',
      'Fleet plan, for hospitals with more than three wards',
    ]);
  });

  it('keep figures with their units, and drop the numbers of slides', () => {
    // Prepare
    const body = `<div><div>250</div><div>engineers</div></div><div><div>41</div><div>countries</div></div>
      <div class="dots"><span style="display:block">1</span><span style="display:block">2</span></div>`;

    // Act, assess
    expect(textsOf(`<h1>Acme</h1>${body}`)).toEqual(['Acme', '250', 'engineers', '41', 'countries']);
  });

  it('are left out where they stand aside and lead elsewhere, and kept where they remark on the text', () => {
    // Prepare
    const body = `<aside class="intro"><p>From two euros a trip.</p></aside>
      <aside class="sidebar"><h3>Our services</h3><ul><li><a href="/a">Lifts</a></li><li><a href="/b">Doors</a></li><li><a href="/c">Carts</a></li></ul></aside>`;

    // Act, assess
    expect(textsOf(`${CONTENT}${body}`)).toEqual([...TEXTS, 'From two euros a trip.']);
  });

  it('are content with their parts when only their name speaks of a menu', () => {
    // Prepare
    const card = (title: string): string =>
      `<a class="nav-grid__card" href="/s"><b>${title}</b> carries what a ward needs from the laundry, the kitchen and the pharmacy.</a>`;

    // Act
    const texts = textsOf(
      `${CONTENT}<div class="nav-grid"><div class="nav-grid__header"><h2>Three robots</h2></div>${card('Linen')}${card('Meal')}</div>`,
    );

    // Assess
    expect(texts.slice(4, 5)).toEqual(['Three robots']);
    expect(texts.join(' ')).toContain('Meal carries what a ward needs');
  });

  it('are left out when they are what a form would say, or the list of a page', () => {
    // Prepare
    const body = `<form class="w-form"><input></form><div class="w-form-done">Thank you! It has been received.</div><div class="w-form-fail">Oops!</div>
      <ul class="table-of-contents"><li><a href="#a">Service</a></li></ul>`;

    // Act, assess
    expect(textsOf(CONTENT + body)).toEqual(TEXTS);
  });

  it('come without the titles and names that stood beside a text that comes twice', () => {
    // Prepare
    const card = (text: string, name: string): string => `<div><h3>Linen</h3><p>${text}</p><p>${name}</p></div>`;
    const one = card('It carries forty kilograms of linen at a time.', 'Lena Holt');
    const other = card('It finds its way without lines on the floor.', 'Lena Holt');

    // Act, assess: the same title over another text stays.
    expect(textsOf(`<h1>Acme</h1>${one}${other}<div class="mobile">${one}</div>`)).toEqual([
      'Acme',
      'Linen',
      'It carries forty kilograms of linen at a time.',
      'Lena Holt',
      'Linen',
      'It finds its way without lines on the floor.',
      'Lena Holt',
    ]);
  });

  it('say once what a ticker repeats', () => {
    expect(textsOf('<h1>Acme</h1><div>Yes</div><div>Yes</div>')).toEqual(['Acme', 'Yes', 'Yes']);
    const ticker = `<ul class="ticker">${'<li>Now in Oslo</li>'.repeat(10)}</ul>`;
    expect(textsOf(`<h1>Acme</h1>${ticker}`)).toEqual(['Acme', 'Now in Oslo']);
  });
});

describe('lines that only look like furniture', () => {
  it('are kept: a condition of work, a dock, a law firm’s subjects, cookies of a bakery', () => {
    // Prepare
    const body = `<ul><li>No experience is required</li><li>Loading docks</li></ul><p>We use brown butter in all of our cookies and agree on the recipe each spring.</p>
      <ul><li><a href="/1">Legal opinions</a></li><li><a href="/2">Salvage</a></li></ul><h2>Fees</h2><p>Fixed before we start.</p><p>And kept.</p><p>Always.</p>`;

    // Act, assess
    expect(textsOf(`<h1>Acme</h1>${body}`).slice(1, 6)).toEqual([
      'No experience is required',
      'Loading docks',
      'We use brown butter in all of our cookies and agree on the recipe each spring.',
      'Legal opinions',
      'Salvage',
    ]);
  });

  it('are dropped: what a form asks for, what a footer says in one line', () => {
    // Prepare
    const body =
      '<p>Name is required.</p><p>This field is required</p><p>Loading…</p><div><a href="/p">Privacy Policy</a> | Copyright 2026 by Acme</div>';

    // Act, assess
    expect(textsOf(`${CONTENT}${body}`)).toEqual(TEXTS);
  });
});

describe('lines that markup does not part', () => {
  it('are parted where two elements meet in a capital, and words in several elements stay whole', () => {
    const body =
      '<p><span class="t">Fleet</span><span class="s">For teams</span></p><p><b>640</b><i>kilometers</i></p><p><b>Robo</b><i>tics</i> in <b>3</b><i>D</i></p>';
    expect(textsOf(`<h1>Acme</h1>${body}`)).toEqual(['Acme', 'Fleet For teams', '640 kilometers', 'Robotics in 3D']);
  });

  it('lose the marks of notes, not exponents', () => {
    const body = '<p>Twice as quiet as Arm 2<sup><a href="#n1">1</a></sup> in a hall of 400 m<sup>2</sup>.</p>';
    expect(textsOf(`<h1>Acme</h1>${body}`)).toEqual(['Acme', 'Twice as quiet as Arm 2 in a hall of 400 m2.']);
  });
});
