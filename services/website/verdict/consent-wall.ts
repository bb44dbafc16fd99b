import { MAX_INTERSTITIAL_CHARACTERS } from '../limits.ts';

const CONSENT_WORD =
  /\bcookies?\b|\bconsent\b|\bgdpr\b|privacy (?:policy|settings|preferences|choices)|personal data|accept all|reject all|manage (?:preferences|choices|options)|our partners|legitimate interest|einwillig|zustimm|datenschutz|alle akzeptieren|alle ablehnen|nur notwendige|consentement|tout accepter|tout refuser|confidentialité|consentimiento|aceptar todo|rechazar todo|privacidad|同意|クッキー|プライバシー/i;

/** Share of the words that must stand in sentences about consent. */
const MIN_CONSENT_SHARE = 0.6;

/**
 * Whether the pieces of visible text of a page are about cookies and consent and next to nothing else, so that it is a wall in front
 * of a page. A page with more text than an interstitial has is never one.
 */
export function isConsentWall(texts: readonly string[]): boolean {
  const total = texts.reduce((sum, text) => sum + text.length, 0);
  if (total === 0 || total > MAX_INTERSTITIAL_CHARACTERS) return false;
  const consent = texts.filter((text) => CONSENT_WORD.test(text)).reduce((sum, text) => sum + text.length, 0);
  return consent / total >= MIN_CONSENT_SHARE;
}

/** Whether a page's source speaks of consent at all: for pages of which nothing else could be read. */
export function mentionsConsent(html: string): boolean {
  return CONSENT_WORD.test(html);
}
