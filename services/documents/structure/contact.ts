import type { Contact, Passage } from '../../../contracts/index.ts';
import { findPlace, placeOfAddress } from './find-place.ts';

/** Passages at the start of a resume in which the person says who they are; a designed header has some ten lines. */
const MAX_HEADER_PASSAGES = 12;

/** Passages of these in which the name stands. */
const MAX_NAME_PASSAGES = 4;

/** Most words of a name. */
const MAX_NAME_WORDS = 5;

/** Digits of a telephone number (ITU-T E.164 allows 15; the shortest with an area code have 8). */
const MIN_PHONE_DIGITS = 8;
const MAX_PHONE_DIGITS = 15;

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const LINK = /(?:https?:\/\/)?(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[a-z]{2,}(?:\/[^\s|,;·•]*)?/giu;
const PHONE = /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d[\d ()./\u2010-\u2015-]{6,}\d(?![\p{L}\p{N}])/gu;
const YEARS = /\b(?:19|20)\d\d\b/;
const NAME_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|da|di|do|dos|du|del|della|der|den|van|von|zu|la|le|el|al|bin|y))$/u;
/** Degrees and licenses behind a name: "Grace Mwangi, RN", "Ana Ruiz, Ph.D., PMP"; and titles before it. */
const CREDENTIALS =
  /(?:,\s*(?:RN|LPN|BSN|MSN|Ph\.?D\.?|M\.?D\.?|MBA|PMP|CPA|CFA|PE|P\.Eng\.?|Esq\.?|DDS|PharmD|CISSP|SHRM-?CP|MPH|MSW|LCSW|LMSW|FNP|NP|CFP|J\.?D\.?|Ed\.?D\.?|ACCA|CIPD|CSM|CCNA|AIA|PT|DPT|OTR|CNA|EMT|MSc|BSc|MEng|BEng|M\.?Sc\.?|B\.?Sc\.?|M\.?A\.?|LL\.?M\.?))+$/u;
const TITLES_BEFORE = /^(?:(?:Dr|Prof|Mr|Mrs|Ms|Ing|Dipl\.-(?:Ing|Inf|Kfm|Kff))\.?(?:-Ing\.?)?\s+)+/u;
const NO_NAME =
  /^(?:curriculum|executive|professional|career|personal|work|employment|résumé|resume|lebenslauf|cv|profile|summary|contact|about|experience|education|skills)\b/i;

/** What a label at the start of a line says it is. */
const LABEL =
  /^(?:(?:full )?name|nom|nombre|nome|e-?mail(?: address)?|phone(?: number)?|tel(?:ephone|efon)?|téléphone|mobile?|cell|handy|(?:home )?address|location|city|residence|based in|website|web|linkedin|github|adresse|anschrift|wohnort|ville|telefon)\s*[:.]\s*/i;

/**
 * Finds how to reach the person of a resume: in the passages before its first part. Passages that say nothing else are listed, so that they can be kept from who does not need
 * them.
 */
export function findContact(passages: readonly Passage[], isPart: (text: string) => boolean): Contact {
  const header = headerOf(passages, isPart);
  const found = header.map(({ passage_id, text }) => ({ passage_id, ...detailsIn(text) }));
  const name = found
    .slice(0, MAX_NAME_PASSAGES)
    .flatMap(({ rest }) => rest)
    .find(isName);
  const location = found.map(({ place }) => place).find((place) => place !== undefined && place !== name);
  return {
    ...(name === undefined ? {} : { name: bareName(name) }),
    emails: unique(found.flatMap(({ emails }) => emails)),
    phones: unique(found.flatMap(({ phones }) => phones)),
    links: unique(found.flatMap(({ links }) => links)),
    ...(location === undefined ? {} : { location }),
    passage_ids: found.filter(({ rest }) => rest.every((piece) => piece === name)).map(({ passage_id }) => passage_id),
  };
}

function headerOf(passages: readonly Passage[], isPart: (text: string) => boolean): readonly Passage[] {
  const first = passages.findIndex(({ text }) => isPart(text));
  return passages.slice(0, Math.min(first <= 0 ? passages.length : first, MAX_HEADER_PASSAGES));
}

/** A name without what stands around it. */
function bareName(piece: string): string {
  return piece.replace(CREDENTIALS, '').replace(TITLES_BEFORE, '');
}

function isName(piece: string): boolean {
  const words = bareName(piece).split(/\s+/u);
  return (
    words.length >= 2 &&
    words.length <= MAX_NAME_WORDS &&
    words.every((word) => NAME_WORD.test(word)) &&
    !NO_NAME.test(piece)
  );
}

interface Details {
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly links: readonly string[];
  readonly place: string | undefined;
  /** Pieces of the line that are none of these. */
  readonly rest: readonly string[];
}

/** The pieces of a line between its separators, each by what it is. */
function detailsIn(text: string): Details {
  const emails = [...text.matchAll(EMAIL)].map(([email]) => email);
  const withoutEmails = text.replace(EMAIL, ' | ');
  const phones = [...withoutEmails.matchAll(PHONE)].map(([phone]) => phone.trim()).filter(isPhone);
  const withoutPhones = phones.reduce((left, phone) => left.replace(phone, ' | '), withoutEmails);
  const links = [...withoutPhones.matchAll(LINK)].map(([link]) => link).filter(isLink);
  const left = links.reduce((rest, link) => rest.replace(link, ' | '), withoutPhones);
  const pieces = left
    .split(/\s*[|•·;\t]\s*|\s+[–—-]\s+/u)
    .map((piece) =>
      piece
        .replace(/^[\s–—,-]+|[\s–—,-]+$/gu, '')
        .replace(LABEL, '')
        .trim(),
    )
    .filter((piece) => /[\p{L}\p{N}]{2}/u.test(piece) && !/^[\p{L}-]{2,12}:?$/u.test(piece));
  const place = pieces.map(placeIn).find((found) => found !== undefined);
  return { emails, phones, links, place, rest: pieces.filter((piece) => placeIn(piece) !== piece) };
}

function placeIn(piece: string): string | undefined {
  return CREDENTIALS.test(piece) || TITLES_BEFORE.test(piece) ? undefined : (placeOfAddress(piece) ?? findPlace(piece));
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return (
    digits >= MIN_PHONE_DIGITS && digits <= MAX_PHONE_DIGITS && (/^(?:\+|00|\(|0)/.test(text) || !YEARS.test(text))
  );
}

/** A domain alone must end as sites of people do; "Node.js" and "B.Sc" are none. */
function isLink(text: string): boolean {
  return (
    /^(?:https?:|www\.)/i.test(text) ||
    text.includes('/') ||
    /\.(?:com|org|net|io|dev|me|info|eu|de|uk|fr|es|it|nl|ch|at|se|dk|no|fi|pl)$/i.test(text)
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
