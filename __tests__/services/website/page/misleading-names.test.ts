import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

const PROSE = Array.from(
  { length: 6 },
  (_, n) => `<p>Harbor Kitchen has cooked for the people of the docks since 1988, in hall ${n} and on the water.</p>`,
).join('');

/** The visible texts of a page whose body is given. */
function textOf(body: string): string {
  return extractPage(`<html><body>${body}</body></html>`, 'https://harbor.example/kitchen')
    .blocks.filter(({ kind }) => kind !== 'metadata')
    .map(({ text }) => text)
    .join('\n');
}

describe('content under a name that speaks against it', () => {
  it.each([
    [
      'a menu of dishes',
      `<div class="menu"><h3>Soups</h3><ul>${'<li>Fish soup with saffron, for two people</li><li>Leek soup with bread, for one person</li>'.repeat(4)}</ul></div>`,
      'Leek soup with bread',
    ],
    [
      'a form that holds an article',
      `<form class="product-form"><h3>The pot</h3><p>${'Cast in one piece and enameled by hand. '.repeat(14)}</p><input name="n"><button>Buy</button></form>`,
      'enameled by hand',
    ],
    ['a hero with an overlay', '<div class="hero-overlay"><p>We cook at night.</p></div>', 'We cook at night.'],
    ['proof by others', '<div class="social-proof"><p>Read by 900 cooks.</p></div>', 'Read by 900 cooks.'],
    [
      'a remark beside the text',
      '<aside><h3>Good to know</h3><p>We close in <a href="/a">August</a>.</p></aside>',
      'We close in August.',
    ],
    [
      'a shadow root that the server sends',
      '<x-card><template shadowrootmode="open"><p>Open on Sundays.</p></template></x-card>',
      'Open on Sundays.',
    ],
    [
      'the panel of a shop’s tabs',
      '<div class="woocommerce-Tabs-panel" style="display:none"><p>Weighs two kilograms.</p></div>',
      'Weighs two kilograms.',
    ],
  ])('is kept: %s', (_, body, expected) => {
    expect(textOf(`<h1>Kitchen</h1>${PROSE}${body}`)).toContain(expected);
  });

  it.each([
    [
      'a form to fill in',
      '<form><h3>Write to us</h3><label>Your name</label><input><label>Message</label><textarea></textarea></form>',
      'Your name',
    ],
    ['a window over the page', '<div class="overlay"><p>Choose your country first.</p></div>', 'Choose your country'],
    ['a template', '<template><p>Row of {{name}}</p></template>', 'Row of'],
  ])('is left out all the same: %s', (_, body, unexpected) => {
    expect(textOf(`<h1>Kitchen</h1>${PROSE}${body}`)).not.toContain(unexpected);
  });
});

describe('sections', () => {
  it('of related things end where the next heading of their rank stands', () => {
    // Prepare: one box for both, the cards of the first with headings of the same rank, deeper.
    const body = `<div class="lower"><h2>You may also like</h2><div><div><h2>Wooden spoon</h2></div></div><h2>Materials</h2><p>Cast iron.</p></div>`;

    // Act
    const text = textOf(`<h1>Pot</h1>${PROSE}${body}`);

    // Assess
    expect(text).toContain('Materials\nCast iron.');
    expect(text).not.toContain('Wooden spoon');
  });

  it('before the main heading are kept inside the main element', () => {
    // Act
    const text = textOf(
      `<div>Open today</div><main><p>Since 1988</p><h2>From the docks</h2><h1>Kitchen</h1>${PROSE}</main>`,
    );

    // Assess
    expect(text.split('\n').slice(0, 3)).toEqual(['Since 1988', 'From the docks', 'Kitchen']);
  });

  it('before the main heading are left out when they are a banner', () => {
    // Prepare
    const banner =
      '<div><p>We are closed from the first to the fifth of May, and open again on Sunday the sixth.</p></div>';

    // Act, assess: beside much text, with a main element and without one.
    for (const page of [`<main>${banner}<h1>Kitchen</h1>${PROSE}</main>`, `${banner}<h1>Kitchen</h1>${PROSE}`]) {
      expect(textOf(page)).not.toContain('closed from');
    }
    expect(textOf(`${banner}<h1>Kitchen</h1><p>Fish soup.</p><p>Leek soup.</p><p>Bread.</p>`)).toContain('closed from');
  });
});
