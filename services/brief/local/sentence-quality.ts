import { splitWords } from '../../text/words.ts';
import type { Sentence } from './sentence.ts';

/** Shortest and longest sentence that makes a statement, in words: a button below, a paragraph without periods above. */
const MIN_WORDS = 5;
const MAX_WORDS = 45;

const CALL_TO_ACTION =
  /^(?:sign up|subscribe|book|request|get|try|start|learn|read|see|contact|download|join us|apply|click|watch|discover|find out|explore|check out|log ?in|register|follow|share|view|visit|schedule|accept|manage|call us|email)\b/i;
const BOILERPLATE =
  /cookie|©|\(c\) ?\d{4}|all rights reserved|privacy policy|terms of (?:use|service)|newsletter|javascript|equal opportunity|reasonable accommodation|without regard to|skip to|lorem ipsum|subscribe|vertreten durch|registergericht|amtsgericht|USt-IdNr|\bSIRET\b|\bRCS\b|au capital de|\bP\. ?IVA\b|\bKvK\b|de (?:la )?publication|hébergeu?r/i;
/** One person's words, whose button or story it is; a company says "we". */
const FIRST_PERSON = /^I(?:['’](?:m|ve|d|ll))? \p{Ll}/u;
/** Where and when to find them is no statement about them: "Address: …", "Monday to Friday 9 to 5". */
const DIRECTORY =
  /^(?:address|phone|telephone|tel|fax|e-?mail|(?:opening |business |office )?hours|adresse|telefon|öffnungszeiten|horaires)\s*[:.]|\bmon(?:day)?s?\b.{0,12}\b(?:fri|sat|sun)(?:day)?s?\b.*\d/i;
/** Labels in a row are no sentence: "Berlin | Full time | Hybrid". */
const SEPARATED = /\s[|·•]\s.*\s[|·•]\s/u;
const BYLINE =
  /^(?:[Bb]y|[Ww]ritten by|[Pp]osted by|[Aa]uthor:?|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Gg]astbeitrag von(?: \p{Lu}\p{L}+)?|[Tt]ribune de|[Gg]uest post by) \p{Lu}[\p{L}.'’-]+ \p{Lu}/u;
const POINTING_BACK =
  /^(?:this|that|these|those|it|they|he|she|such|also|but|and|so|or|however|then|there|here|his|her|their|its|which|because|instead|moreover|both|the (?:former|latter|same))\b/i;

/** Whether a sentence can stand as a statement of its own: a whole sentence, no button, no legal line, no question. */
export function isTelling({ text, passage }: Sentence): boolean {
  const words = splitWords(text).length;
  return (
    words >= MIN_WORDS &&
    words <= MAX_WORDS &&
    passage.kind !== 'heading' &&
    passage.kind !== 'code' &&
    passage.kind !== 'table_row' &&
    !/(?:[?…]|\.\.\.)["”’)]?$/u.test(text) &&
    !FIRST_PERSON.test(text) &&
    !CALL_TO_ACTION.test(text) &&
    !BYLINE.test(text) &&
    !BOILERPLATE.test(text) &&
    !DIRECTORY.test(text) &&
    !SEPARATED.test(text) &&
    !/\p{Lu}{4,} \p{Lu}{4,} \p{Lu}{4,}/u.test(text)
  );
}

/** Whether a sentence needs the one before it to be understood. */
export function pointsBack(text: string): boolean {
  return POINTING_BACK.test(text);
}
