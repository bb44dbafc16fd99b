import { describe, expect, it } from '@jest/globals';
import { isChallenge } from '../../../../services/website/verdict/challenge.ts';
import { isConsentWall } from '../../../../services/website/verdict/consent-wall.ts';
import { isSoftNotFound } from '../../../../services/website/verdict/soft-not-found.ts';

const article = 'Brightwell builds instruments that measure flow and pressure in dairies and breweries. '.repeat(40);

describe('a challenge', () => {
  it('is told by its header alone', () => {
    expect(isChallenge({ title: '', text: article, html: '', headers: { 'cf-mitigated': 'challenge' } })).toBe(true);
  });

  it.each([
    [
      'an article about bot walls',
      'Just a moment: how bot walls work',
      `${article} Verify you are human, says the page. ${article}`,
      '',
    ],
    [
      'a contact form with a captcha',
      'Contact',
      'Write to us, we answer within two days. Our office is at 12 Mill Lane.',
      '<div class="g-recaptcha"></div>',
    ],
    [
      'a page of a site behind a wall',
      'About us',
      article,
      '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
    ],
    [
      'a short page with a sensor',
      'Team',
      'Ada Example, chief engineer.',
      '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
    ],
    ['a short page', 'Team', 'Ada Example, chief engineer.', ''],
  ])('is not %s', (_name, title, text, html) => {
    expect(isChallenge({ title, text, html, headers: {} })).toBe(false);
  });
});

describe('a consent wall', () => {
  it('speaks of consent and next to nothing else, in whatever language', () => {
    expect(isConsentWall(['We use cookies', 'Accept all', 'Our partners process personal data.'])).toBe(true);
    expect(
      isConsentWall(['Wir verwenden Cookies.', 'Alle akzeptieren', 'Ihre Einwilligung können Sie widerrufen.']),
    ).toBe(true);
  });

  it('is not a page with a consent bar, nor a page without text', () => {
    expect(isConsentWall(['We use cookies', 'Brightwell builds instruments for dairies.', 'We measure flow.'])).toBe(
      false,
    );
    expect(isConsentWall([article, 'We use cookies'])).toBe(false);
    expect(isConsentWall([])).toBe(false);
  });
});

describe('a page that is not found although it answers', () => {
  it('says so in title or heading and says little else', () => {
    expect(isSoftNotFound('404', '', 20)).toBe(true);
    expect(isSoftNotFound('Brightwell', 'Seite nicht gefunden', 80)).toBe(true);
    expect(isSoftNotFound('Brightwell', 'Our team', 80)).toBe(false);
    expect(isSoftNotFound('Lost and not found: a story', '', 9_000)).toBe(false);
  });
});
