/** How much less a page is worth by the look of its address: 1 for an ordinary one, 0 for one that is never read. */

const NEVER = 0;
const LAST = 0.05;
const ARCHIVE = 0.12;
const REFERENCE = 0.4;

/** Files that are no pages. */
const OTHER_FILE =
  /\.(?:jpe?g|png|gif|svg|webp|avif|ico|css|m?js|json|xml|rss|atom|txt|zip|gz|tgz|rar|7z|exe|dmg|apk|mp[34]|m4[av]|mov|avi|webm|wav|woff2?|ttf|eot|ics|vcf|docx?|xlsx?|pptx?|csv|eps|ai|psd)$/i;

/** Doors, carts, machines: nothing to read behind them. */
const DOOR =
  /^(?:log-?in|log-?out|sign-?in|sign-?up|sign-?out|register|registration|account|my-?account|cart|basket|warenkorb|panier|carrito|checkout|kasse|wishlist|password|forgot-?password|admin|wp-admin|wp-login\.php|wp-json|cgi-bin|feed|rss|search|suche|recherche|buscar|xmlrpc\.php|cdn-cgi|oauth|sso|auth|unsubscribe|share|print|redirect|goto|out)$/i;

/** Law, not company: an interviewee never needs it. An imprint is not meant: it names who runs the company. */
const LEGAL =
  /^(?:privacy|privacy-?(?:policy|notice|statement)|datenschutz(?:erklaerung|erklärung)?|terms|terms-?(?:of-?(?:use|service)|and-conditions|conditions)?|conditions|tos|legal|gdpr|dsgvo|agb|cgu|cgv|cookies?|cookie-?(?:policy|settings|preferences)|politique-de-confidentialite|confidentialite|privacidad|politica-de-privacidad|terminos|dpa|sub-?processors|accessibility|barrierefreiheit|disclaimer|sitemap|site-?map|widerruf|プライバシーポリシー|利用規約)$/i;

const CALENDAR_FOLDER = /^(?:calendar|kalender|calendrier|calendario|agenda)$/i;
const CALENDAR_PARAMETER = /^(?:date|day|month|year|week|from|to|start|end|ical|tribe-bar-date|eventdate|cal)$/i;
const FACET_PARAMETER =
  /^(?:sort|order|orderby|dir|filter.*|facet.*|f|fq|color|colour|size|brand|price.*|min.*|max.*|view|layout|per_?page|limit|offset|q|query|s|search|keyword|tag|category|cat|replytocom|share|print|format|attr.*|refine.*)$/i;
const PAGING_PARAMETER = /^(?:p|page|paged|pg|seite|start_?index)$/i;

const ARCHIVE_FOLDER = /^(?:tags?|categor(?:y|ies)|kategorien?|topics?|themen?|authors?|autoren?|archives?|archiv)$/i;
const OLD_COPY =
  /^(?:old|alt|legacy|archived?|backup|bak|staging|preview|draft|test|demo-?old|v[0-9]+|amp|copy|versions?|snapshot|deprecated|web-?archive|(?:19|200|201)\d+(?:-.*)?)$/i;
const REFERENCE_FOLDER =
  /^(?:docs?|documentation|api|apidocs|reference|help|support|hilfe|aide|ayuda|faq|forum|community|wiki|kb|knowledge-?base|status|manuals?|downloads?|glossary|glossar|lexikon|academy|learn|training|webinars?|app|shop|store|marketplace|go|lp)$/i;

/** Longest path of a page that somebody wrote by hand, in folders. */
const USUAL_DEPTH = 4;

/** A parameter that counts pages on a list of pages names the page itself where the link says what that is. */
function parameterFactor(url: URL, isNamed: boolean): number {
  const names = [...url.searchParams.keys()];
  if (names.length === 0) return 1;
  if (names.some((name) => CALENDAR_PARAMETER.test(name))) return NEVER;
  if (names.some((name) => FACET_PARAMETER.test(name))) return names.length > 1 ? NEVER : LAST;
  if (names.some((name) => PAGING_PARAMETER.test(name)) && !isNamed) return LAST;
  return names.length > 2 ? LAST : 0.6;
}

function isCalendar(parts: readonly string[]): boolean {
  const folder = parts.findIndex((part) => CALENDAR_FOLDER.test(part));
  return folder >= 0 && parts.slice(folder + 1).some((part) => /^\d{1,4}(?:-\d{1,2}){0,2}$/.test(part));
}

function isArchive(parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  const paged = /^\d+$/.test(last) && /^(?:page|seite)$/i.test(parts.at(-2) ?? '');
  const dated = /^(?:0?[1-9]|[12]\d|3[01]|20\d\d)$/.test(last) && parts.some((part) => /^20\d\d$/.test(part));
  return paged || dated || parts.some((part) => ARCHIVE_FOLDER.test(part));
}

function pathFactor(parts: readonly string[], subdomain: string): number {
  if (parts.some((part) => DOOR.test(part) || LEGAL.test(part)) || DOOR.test(subdomain)) return NEVER;
  if (isCalendar(parts)) return NEVER;
  // A path that repeats a folder again and again is made by relative links gone wrong.
  if (parts.length > 2 && new Set(parts).size <= parts.length / 2) return NEVER;
  if (parts.some((part) => OLD_COPY.test(part)) || OLD_COPY.test(subdomain)) return ARCHIVE;
  if (isArchive(parts)) return ARCHIVE;
  if (REFERENCE_FOLDER.test(parts[0] ?? '') || REFERENCE_FOLDER.test(subdomain)) return REFERENCE;
  return 1;
}

/**
 * Factor from 0 (never read: logins, carts, legal texts, calendars, combined filters, files) over archives and old copies to 1. `isNamed` says that the text of
 * the link tells what the page is.
 */
export function linkFactor(address: string, isNamed = false): number {
  const url = new URL(address);
  const parts = url.pathname.split('/').filter((part) => part !== '');
  if (OTHER_FILE.test(parts.at(-1) ?? '')) return NEVER;
  const labels = url.hostname.split('.');
  const subdomain = labels.length > 2 ? (labels[0] ?? '') : '';
  const depth = Math.max(0, parts.length - USUAL_DEPTH);
  return parameterFactor(url, isNamed) * pathFactor(parts, subdomain) * 0.8 ** depth;
}
