import type { PageKind } from '../../../contracts/index.ts';
import type { NamedKind } from './page-words.ts';
import { GENDER_MARK, JOB_TITLE_PART, JOB_TITLE_WORDS, PAGE_WORDS } from './page-words.ts';

/** What a page probably is, and how sure that is (0 to 1). */
export interface KindGuess {
  readonly kind: PageKind;
  readonly confidence: number;
}

/** How sure a match makes: the whole of a link or the last part of a path says it, some of its words do, or only the folder it lies in. */
const SURE = 1;
const WHOLE_TEXT = 0.95;
const FEW_WORDS = 0.7;
const MANY_WORDS = 0.3;
const ROLE_IN_CAREERS = 0.95;
const CHILD: Readonly<Partial<Record<NamedKind, KindGuess>>> = {
  careers: { kind: 'role', confidence: 0.6 },
  news: { kind: 'news', confidence: 0.75 },
  products: { kind: 'products', confidence: 0.75 },
  customers: { kind: 'customers', confidence: 0.8 },
  engineering: { kind: 'engineering', confidence: 0.75 },
  team: { kind: 'team', confidence: 0.5 },
  values: { kind: 'values', confidence: 0.6 },
  about: { kind: 'about', confidence: 0.45 },
  contact: { kind: 'contact', confidence: 0.5 },
  pricing: { kind: 'pricing', confidence: 0.4 },
};

/** Up to this many words a text names a page; longer ones are headlines in which any word may stand. */
const MAX_NAME_WORDS = 4;

/** Up to this many characters a word of Chinese or Japanese is a name, not a sentence. */
const MAX_UNPARTED_CHARACTERS = 14;

const UNKNOWN: KindGuess = { kind: 'other', confidence: 0.5 };

const KIND_BY_PHRASE: ReadonlyMap<string, NamedKind> = new Map(
  Object.entries(PAGE_WORDS).flatMap(([kind, phrases]) =>
    phrases.split('|').map((phrase): [string, NamedKind] => [phrase, kind as NamedKind]),
  ),
);
const LONGEST_PHRASE_WORDS = Math.max(...[...KIND_BY_PHRASE.keys()].map((phrase) => phrase.split(' ').length));

/** Words of a text in lower case, without diacritics and punctuation. */
function wordsOfLink(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFKC')
    .toLowerCase();
  // Marks of Latin letters only: those of kana (U+3099) make other letters.
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The phrase lists in the same plain form as the words they are compared with. */
const PLAIN_PHRASES: ReadonlyMap<string, NamedKind> = new Map(
  [...KIND_BY_PHRASE].map(([phrase, kind]): [string, NamedKind] => [wordsOfLink(phrase).join(' '), kind]),
);

function phraseWithin(words: readonly string[]): NamedKind | undefined {
  for (let length = Math.min(LONGEST_PHRASE_WORDS, words.length); length > 0; length -= 1) {
    for (let start = words.length - length; start >= 0; start -= 1) {
      const kind = PLAIN_PHRASES.get(words.slice(start, start + length).join(' '));
      if (kind !== undefined) return kind;
    }
  }
  return undefined;
}

/** A phrase within a word of a script that does not part its words. */
function phraseWithoutSpaces(words: readonly string[]): NamedKind | undefined {
  const [word = '', ...more] = words;
  if (
    more.length > 0 ||
    hasJobTitle(words) ||
    word.length > MAX_UNPARTED_CHARACTERS ||
    !/[\p{Script=Han}\p{Script=Katakana}]/u.test(word)
  )
    return undefined;
  const found = [...PLAIN_PHRASES].filter(([phrase]) => phrase.length > 1 && word.includes(phrase));
  return found.sort(([first], [second]) => second.length - first.length)[0]?.[1];
}

/** What a name (a link's text, a part of a path, a title) says by itself. */
function guessByName(words: readonly string[], whole: number): KindGuess | undefined {
  const exact = PLAIN_PHRASES.get(words.join(' '));
  if (exact !== undefined) return { kind: exact, confidence: whole };
  const kind = phraseWithin(words) ?? phraseWithoutSpaces(words);
  if (kind === undefined) return undefined;
  return { kind, confidence: words.length <= MAX_NAME_WORDS ? FEW_WORDS : MANY_WORDS };
}

function hasJobTitle(words: readonly string[]): boolean {
  return words.some((word) => JOB_TITLE_WORDS.has(word) || JOB_TITLE_PART.test(word));
}

function safeDecode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

/** Parts of an address that name something, outermost first: subdomain, folders, file name without its ending. */
function namesIn(url: URL): string[][] {
  const [subdomain = ''] = url.hostname.split('.').length > 2 ? url.hostname.split('.') : [];
  const path = url.pathname.split('/').map((part) => safeDecode(part).replace(/\.(?:html?|php|aspx?|jsp|pdf)$/i, ''));
  return [subdomain === 'www' ? '' : subdomain, ...path].map(wordsOfLink).filter((words) => words.length > 0);
}

const DATED_PATH = /\/20\d\d\/(?:0?[1-9]|1[0-2])\//;

function guessByFolder(folders: readonly (readonly string[])[], nameWords: readonly string[]): KindGuess | undefined {
  for (const folder of [...folders].reverse()) {
    const kind = PLAIN_PHRASES.get(folder.join(' '));
    if (kind === undefined) continue;
    if (kind === 'careers' && hasJobTitle(nameWords)) return { kind: 'role', confidence: ROLE_IN_CAREERS };
    return CHILD[kind];
  }
  return undefined;
}

function surer(first: KindGuess | undefined, second: KindGuess | undefined): KindGuess | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return second.confidence > first.confidence ? second : first;
}

/** Tells from an address and, when there is one, the text of a link to it what page it leads to. */
export function guessKind(address: string, linkText = ''): KindGuess {
  const url = new URL(address);
  const names = namesIn(url);
  const last = names.at(-1) ?? [];
  const linkWords = wordsOfLink(linkText);
  const folder = guessByFolder(names.slice(0, -1), [...last, ...linkWords]);
  const dated: KindGuess | undefined = DATED_PATH.test(url.pathname) ? { kind: 'news', confidence: 0.75 } : undefined;
  const byName = surer(guessByName(last, SURE), guessByName(linkWords, WHOLE_TEXT));
  const role: KindGuess | undefined =
    (hasJobTitle(linkWords) || GENDER_MARK.test(linkText)) && linkWords.length <= 8
      ? { kind: 'role', confidence: 0.5 }
      : undefined;
  const best = surer(surer(surer(folder, dated), role), byName);
  if (best === undefined) return UNKNOWN;
  // A folder that is sure of its children wins over words that happen to stand in a headline or a job title.
  if (folder !== undefined && byName !== undefined && byName.confidence < WHOLE_TEXT && folder.confidence >= 0.6)
    return folder;
  return best;
}
