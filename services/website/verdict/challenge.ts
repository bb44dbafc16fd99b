import type { IncomingHttpHeaders } from 'node:http';
import { MAX_INTERSTITIAL_CHARACTERS } from '../limits.ts';

/** What is looked at to tell a page from a wall in front of it. */
export interface PageFacts {
  readonly title: string;
  /** Visible text, headings included. */
  readonly text: string;
  readonly html: string;
  readonly headers: IncomingHttpHeaders;
}

/** Titles of the pages with which bot walls ask for a proof of being human. */
const CHALLENGE_TITLE =
  /^(?:just a moment|one moment,? please|please wait|attention required|access (?:to this page has been )?denied|access denied|security check|security verification|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|(?:are you|you are not) a robot|human verification|bot (?:verification|protection|check)|robot check|pardon our interruption|ddos[- ]guard|ddos protection|request (?:unsuccessful|blocked|rejected)|(?:403 )?forbidden$|(?:you are )?blocked$|captcha$|client challenge|vercel security checkpoint|einen moment|un instant|un momento|nur einen moment|しばらくお待ちください)/i;

/** Sentences of such pages; each alone says what the page is when there is little else on it. */
const CHALLENGE_SENTENCE =
  /enable javascript and cookies to continue|verify (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|confirm (?:that )?you(?:'re| are) (?:a )?human|(?:checking|verifying) (?:if the site connection is secure|your browser|you are human)|needs to review the security of your connection|unusual (?:traffic|activity) from your|(?:press|click) (?:&|and) hold|complete the (?:security check|captcha)|prove (?:that )?you(?:'re| are) (?:a )?human|(?:you have been|you've been) blocked|incapsula incident id|ray id:|reference\s*#\s*\d+\.[0-9a-f]+|automated (?:access|requests|traffic)|as you were browsing something about your browser made us think you (?:were|might be) a bot|ddos protection by|(?:i am|i'm) not a robot|bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifier que vous (?:êtes|n'êtes pas)|demuestre que (?:es|no es)|ロボットではありません/i;

/** Marks of pages that are nothing but a wall: on ordinary pages the vendors leave other ones, or these beside a page's worth of text. */
const WALL_MARK =
  /cf-chl-|__?cf_chl_|challenge-platform\/h\/|_Incapsula_Resource|px-captcha|captcha-delivery\.com|ak-challenge|\/_sec\/cp_challenge|sec-if-cpt|sec-text-if|awswaf\.com|aws-waf-token|kpsdk|sucuri_cloudproxy/i;

/** Marks of captchas and sensors that ordinary pages carry too, in a contact form for one. */
const CAPTCHA_MARK =
  /g-recaptcha|h-captcha|hcaptcha\.com|cf-turnstile|challenge-platform|perimeterx|_pxAppId|geetest|arkoselabs|funcaptcha|ddos-guard/i;

/** Visible characters up to which a wall's mark, or a wall's title, alone is proof. */
const PROOF_ALONE_CHARACTERS = 200;

/** Headers with which a wall says so itself. */
function saysChallenge(headers: IncomingHttpHeaders): boolean {
  return headers['cf-mitigated'] === 'challenge' || headers['x-amzn-waf-action'] !== undefined;
}

/**
 * Whether an answer is a bot wall's challenge and not a page, whatever its status. Decided by headers, or by title, sentences and
 * vendors' marks together with how little else there is to read.
 */
export function isChallenge({ title, text, html, headers }: PageFacts): boolean {
  if (saysChallenge(headers)) return true;
  if (text.length > MAX_INTERSTITIAL_CHARACTERS) return false;
  if (CHALLENGE_SENTENCE.test(text) || CHALLENGE_SENTENCE.test(title)) return true;
  const short = text.length <= PROOF_ALONE_CHARACTERS;
  const walled = WALL_MARK.test(html);
  if (CHALLENGE_TITLE.test(title.trim())) return short || walled || CAPTCHA_MARK.test(html);
  return walled && short;
}
