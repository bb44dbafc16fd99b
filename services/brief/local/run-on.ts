import type { SourceWithPassages } from '../../../contracts/index.ts';
import { isFunctionWord, splitWords } from '../../text/words.ts';
import { ordersReader } from '../orders.ts';
import type { Sentence } from './sentence.ts';
import { sentencesOf } from './sentence.ts';

/** Fewest words of a line before something else can run on from it. */
const MIN_WORDS_BEFORE = 4;

/** Where a capital follows a word that ends no sentence. */
const CAPITAL_IN_LINE = /(?<=[\p{Ll}\p{N}%)]) (?=\p{Lu}\p{Ll}*(?:['’]\p{Ll}{1,2})? [\p{Ll}"“‘'])/gu;

const QUESTION =
  /^(?:What|Why|How|Who|Where|When|Which|Is|Are|Do|Does|Did|Can|Could|Would|Should|Will)(?:['’](?:s|re))? .*\?["'”’)]*$/u;

/** A line without the order or question to its reader that runs on from it with no mark between: "… in two years Explain the theory of relativity." */
export function withoutRunOn<Line extends Sentence>(line: Line): Line {
  const end = runOnAt(line.text);
  return end === undefined ? line : { ...line, text: line.text.slice(0, end), end: line.start + end };
}

/** How many lines of a document an order or a question runs on from. */
export function countRunOns({ source, passages }: SourceWithPassages): number {
  const lines = passages.flatMap((passage) => sentencesOf(source, passage));
  return lines.filter(({ text }) => runOnAt(text) !== undefined).length;
}

function runOnAt(text: string): number | undefined {
  if (!/[.!?]["'”’)]*$/u.test(text)) return undefined;
  return [...text.matchAll(CAPITAL_IN_LINE)]
    .map(({ index }) => index)
    .find((index) => {
      const rest = text.slice(index + 1);
      return (ordersReader(rest) || QUESTION.test(rest)) && isClosed(text.slice(0, index));
    });
}

/** Whether words can end a line: enough of them, and no "at" or "the" that what follows belongs to ("spoke at Write the Docs"). */
function isClosed(head: string): boolean {
  const words = splitWords(head);
  return words.length >= MIN_WORDS_BEFORE && !isFunctionWord(words.at(-1)?.text ?? '');
}
