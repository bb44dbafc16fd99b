import { TITLE } from './title-words.ts';

/** Longest name of a place, in characters: "Greater Madrid Metropolitan Area, Spain". */
const MAX_CHARACTERS = 80;

const PART =
  "\\p{Lu}[\\p{L}\\p{M}.'’]*(?:[ -](?:\\p{Lu}[\\p{L}\\p{M}.'’]*|am|an|der|de|da|la|of|on|upon|sur|del|the|im|i|in))*";
const ZIP = '(?:\\d{4,6}(?:-\\d{3,4})? )?';

/** A city with its region, country or both: "Odense, Denmark", "San Francisco, CA 94107", "8001 Zürich, Switzerland". */
const PLACE = new RegExp(`^${ZIP}${PART}(?:, ${PART}(?: \\d{5}(?:-\\d{4})?)?){1,3}(?: \\((?:[^()]{1,40})\\))?$`, 'u');

/** What stands in such a list of capitals and is no place. */
export const NO_PLACE =
  /\b(?:research|labs?|group|inc|ltd|llc|plc|gmbh|ag|sarl|sas|bv|aps|oy|university|college|school|academy|institute|hospital|clinic|agency|stores?|bank|python|java|sql|english|german|french|spanish|danish|remote|present)\b/i;

/** What a place in Germany, Austria, Switzerland, France and their neighbors is called in an address: "20099 Hamburg". */
const WITH_POSTCODE = new RegExp(`(?:^|, )(?<place>(?:[A-Z]{1,2}-)?\\d{4,5} ${PART})$`, 'u');

/** The same in Britain, where the code stands behind (the form is that of BS 7666): "Bristol BS1 4RN". */
const BRITISH = new RegExp(`(?:^|, )(?<place>${PART},? [A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2})$`, 'u');

/** The text when it is the name of a place with what it lies in; undefined otherwise. */
export function findPlace(text: string): string | undefined {
  const trimmed = text.trim();
  const is_place =
    trimmed.length <= MAX_CHARACTERS && PLACE.test(trimmed) && !NO_PLACE.test(trimmed) && !TITLE.test(trimmed);
  return is_place ? trimmed : undefined;
}

/** The place at the end of an address: "Lindenstraße 12, 20099 Hamburg"; undefined when it names no postal code. */
export function placeOfAddress(text: string): string | undefined {
  return (WITH_POSTCODE.exec(text.trim()) ?? BRITISH.exec(text.trim()))?.groups?.place;
}
