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
  /^(?:just a moment|one moment,? please|please wait|attention required|access (?:to this page has been )?denied|access denied|security check|security verification|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|(?:are you|you are not) a robot|human verification|bot (?:verification|protection|check)|robot check|pardon our interruption|ddos[- ]guard|ddos protection|request (?:unsuccessful|blocked|rejected)|forbidden|blocked|captcha|client challenge|vercel security checkpoint|einen moment|un instant|un momento|nur einen moment|しばらくお待ちください)/i;

/** Sentences of such pages; each alone says what the page is when there is little else on it. */
const CHALLENGE_SENTENCE =
  /enable javascript and cookies to continue|verify (?:that )?you(?:'re| are) (?:a )?(?:human|not a (?:ro)?bot)|confirm (?:that )?you(?:'re| are) (?:a )?human|(?:checking|verifying) (?:if the site connection is secure|your browser|you are human)|needs to review the security of your connection|unusual (?:traffic|activity) from your|(?:press|click) (?:&|and) hold|complete the (?:security check|captcha)|prove (?:that )?you(?:'re| are) (?:a )?human|(?:you have been|you've been) blocked|incapsula incident id|ray id:|reference\s*#\s*\d+\.[0-9a-f]+|automated (?:access|requests|traffic)|as you were browsing something about your browser made us think you (?:were|might be) a bot|ddos protection by|(?:i am|i'm) not a robot|bestätigen sie, dass sie (?:ein mensch|kein roboter)|vérifier que vous (?:êtes|n'êtes pas)|demuestre que (?:es|no es)|ロボットではありません/i;

/** Marks that the walls of the common vendors leave in their pages (not in the pages behind them, save as scripts of a few bytes). */
const VENDOR_MARK =
  /cf-chl-|__cf_chl_|challenge-platform|cf-challenge|cf-turnstile|_Incapsula_Resource|incap_ses|px-captcha|_pxAppId|perimeterx|captcha-delivery\.com|ak-challenge|\/_sec\/cp_challenge|sec-if-cpt|sec-text-if|awswaf\.com|aws-waf-token|g-recaptcha|h-captcha|hcaptcha\.com|geetest|ddos-guard|kpsdk|arkoselabs|funcaptcha|shape-security|sucuri_cloudproxy/i;

/** Visible characters up to which a vendor's mark alone is proof: a contact form has a captcha too, and a page around it. */
const MARK_ALONE_CHARACTERS = 400;

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
  const marked = VENDOR_MARK.test(html);
  if (CHALLENGE_TITLE.test(title.trim())) return marked || text.length <= MARK_ALONE_CHARACTERS;
  return (
    marked && text.length <= MARK_ALONE_CHARACTERS && /challenge|captcha|_Incapsula_Resource|awswaf|kpsdk/i.test(html)
  );
}
