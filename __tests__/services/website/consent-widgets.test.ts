import { describe, expect, it } from '@jest/globals';
import { paragraph } from '../../fixtures/wild-web/pages.ts';
import { html, serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { readSite } from './read-site.ts';

const ASKED =
  'We and our 842 partners store and access information on your device, such as cookies, and process personal data.';
const PURPOSES = ['Strictly necessary', 'Performance cookies', 'Targeting cookies']
  .map((purpose) => `<li><h4>${purpose}</h4><p>These cookies count visits so that we can improve our site.</p></li>`)
  .join('');
const BUTTONS = '<button>Accept all</button><button>Reject all</button><a href="#">Manage choices</a>';

/** The dialogs of five consent services as they stand in a page, texts and all. */
const WIDGETS: Readonly<Record<string, string>> = {
  OneTrust: `<div id="onetrust-consent-sdk"><div class="onetrust-pc-dark-filter"></div><div id="onetrust-banner-sdk" role="region" aria-label="Cookie banner"><div class="ot-sdk-container">
    <div id="onetrust-policy"><h2 id="onetrust-policy-title">About your privacy</h2><div id="onetrust-policy-text">${ASKED}</div></div>${BUTTONS}</div></div>
    <div id="onetrust-pc-sdk" role="dialog"><h2>Privacy Preference Center</h2><ul>${PURPOSES}</ul></div></div>`,
  Cookiebot: `<div id="CybotCookiebotDialog" role="dialog" name="CybotCookiebotDialog"><div class="CybotCookiebotDialogContentWrapper"><h2 id="CybotCookiebotDialogBodyContentTitle">This website uses cookies</h2>
    <div id="CybotCookiebotDialogBodyContentText">${ASKED}</div><ul>${PURPOSES}</ul>${BUTTONS}</div></div>`,
  Usercentrics: `<div id="usercentrics-cmp-ui"><aside aria-label="Privacy settings"><h2>Privatsphäre-Einstellungen</h2><p>Diese Website verwendet Cookies, um ihre Dienste bereitzustellen. Sie können Ihre Einwilligung widerrufen.</p><ul>${PURPOSES}</ul>${BUTTONS}</aside></div>`,
  Didomi: `<div id="didomi-host" data-nosnippet="true"><div class="didomi-popup-container"><div class="didomi-popup-notice"><h1 class="didomi-popup-notice-text">Bienvenue</h1><p>Avec votre accord, nos partenaires et nous utilisons des cookies.</p><ul>${PURPOSES}</ul>${BUTTONS}</div></div></div>`,
  CookieYes: `<div class="cky-consent-container cky-box-bottom-left" tabindex="0"><div class="cky-consent-bar"><div class="cky-notice"><p class="cky-title">We value your privacy</p><div class="cky-notice-group"><div class="cky-notice-des"><p>${ASKED}</p></div>${BUTTONS}</div></div></div></div>
    <div class="cky-modal"><div class="cky-preference-center"><ul>${PURPOSES}</ul></div></div>`,
};

const SAYS = '<main><h1>Brightwell Instruments</h1>';

describe.each(Object.entries(WIDGETS))('the consent dialog of %s on a site of one page', (_name, widget) => {
  it.each([
    ['before', `${widget}${SAYS}${paragraph('flow meters')}</main>`],
    ['behind', `${SAYS}${paragraph('flow meters')}</main><footer><p>Brightwell</p></footer>${widget}`],
  ])('%s the text leaves nothing that could be cited', async (_place, body) => {
    // Prepare
    const site = await serveScenario((path) =>
      path === '/'
        ? html(`<html lang="en"><head><title>Brightwell</title></head><body>${body}</body></html>`)
        : undefined,
    );

    // Act
    const { pages } = await readSite(site);
    await site.close();

    // Assess
    const texts = pages.flatMap(({ blocks }) => blocks.map(({ text }) => text));
    expect(texts.join('\n')).not.toMatch(
      /cookie|consent|partners|privacy|privatsphäre|accept|purposes|necessary|Bienvenue/i,
    );
    expect(texts).toEqual(['Brightwell Instruments', expect.stringContaining('flow meters')]);
  });
});
