/** A word and where it stands in the text it was found in, in UTF-16 code units. */
export interface WordSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits with what may stand inside a word: apostrophe, period, hyphen, plus and hash at the end (C++, C#). */
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.&-][\p{L}\p{M}\p{N}]+)*(?:\+\+|#)?/gu;

/** Scripts that put no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text in order. Scripts without spaces are cut by the dictionary of the Unicode library. */
export function splitWords(text: string): WordSpan[] {
  if (UNSPACED.test(text)) {
    return [...segmenter.segment(text)]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment, index }) => ({ text: segment, start: index, end: index + segment.length }));
  }
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Words that carry no content of their own: articles, pronouns, prepositions, auxiliaries, in the languages of Western Europe. */
const FUNCTION_WORDS = new Set(
  (
    'a an the this that these those there here it its he she they them his her their theirs we us our ours you your yours i me my mine who whom whose which what ' +
    'when where why how of in on at by for with from to into onto over under about as than then so if or and but nor yet while also too very more most much many ' +
    'some any each every all both either other another such same own just only even still already again up down out off is are was were be been being am has have had ' +
    'having do does did doing done can could will would shall should may might must get gets got let lets s t re ve ll d m via per within across between among through during ' +
    'after before since until because although though whether ' +
    'der die das den dem des ein eine einer eines einem einen und oder aber mit von zu zum zur im am ist sind war wird werden wir sie er es ihr unser unsere auf für aus bei nach über als auch sich ' +
    'le la les un une des du de et ou mais avec pour par sur dans est sont nous vous ils elle il qui que au aux ce cette ces son sa ses notre nos votre ' +
    'el los las unos unas y o pero con para por en es son somos nosotros su sus nuestro nuestra del al que se lo ' +
    'il lo gli uno e ma con per di da in su è sono noi che del della dei delle nel nella ' +
    'os um uma dos das no na nos nas com em ao é são que seu sua nosso nossa ' +
    'het een en of maar met van voor op in is zijn wij we ons onze die dat te'
  ).split(' '),
);

/** Whether a word carries no content of its own. Single letters of Latin script count as such, except names of one letter in capitals. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase());
}

/** Endings taken off again and again while enough of the word remains. English; other languages pass nearly unchanged. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/[iy][sz](?:ations?|ing|ed|e|er)$/, 'iz'],
  [/(?:ations?|ating|ated|ates|ate|ators?)$/, 'at'],
  [/ied$/, 'y'],
  [/(?:ements?|ments?|ness|ingly|edly|ing|ed|er|or|ly|e)$/, ''],
];

/** Shortest stem, in characters: below, endings are part of the word ("red", "king"). */
const MIN_STEM_CHARACTERS = 3;

/** Most endings that one word carries ("engineer-ing", "manage-ment-s"). */
const MAX_ENDINGS = 3;

/** Reduces a word to a form that its inflections share: lower case, possessive, plural and common endings off, a doubled last letter made single. */
export function stem(word: string): string {
  const base = word
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '');
  if (!/^[a-z-]+$/.test(base)) return base;
  let result = singular(base);
  for (let round = 0; round < MAX_ENDINGS; round += 1) result = withoutEnding(result);
  return result;
}

function singular(word: string): string {
  if (word.length <= MIN_STEM_CHARACTERS || /(?:ss|us|is)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=ss|sh|ch|x|z)es$/, '')
    .replace(/(?<!s)s$/, '');
}

function withoutEnding(word: string): string {
  for (const [ending, replacement] of ENDINGS) {
    const cut = word.replace(ending, replacement);
    if (cut !== word && cut.length >= MIN_STEM_CHARACTERS && /[aeiouy]/.test(cut))
      return cut.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  }
  return word;
}

/** The stems of a text's content words, in order, with repetitions. Hyphenated words also count by their parts. */
export function contentStems(text: string): string[] {
  return splitWords(text)
    .flatMap(({ text: word }) => (word.includes('-') ? word.split('-') : [word]))
    .filter((word) => word !== '' && !isFunctionWord(word))
    .map(stem);
}
