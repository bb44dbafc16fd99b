/** Longest name of a place, in characters: "Greater Madrid Metropolitan Area, Spain". */
const MAX_CHARACTERS = 80;

const PART =
  "\\p{Lu}[\\p{L}\\p{M}.'’]*(?:[ -](?:\\p{Lu}[\\p{L}\\p{M}.'’]*|am|an|der|de|da|la|of|on|upon|sur|del|the|im|i|in))*";
const ZIP = '(?:\\d{4,6}(?:-\\d{3,4})? )?';

/** A city with its region, country or both: "Odense, Denmark", "San Francisco, CA 94107", "8001 Zürich, Switzerland". */
const PLACE = new RegExp(`^${ZIP}${PART}(?:, ${PART}(?: \\d{5}(?:-\\d{4})?)?){1,3}(?: \\((?:[^()]{1,40})\\))?$`, 'u');

/** What stands in such a list of capitals and is no place. */
const NO_PLACE =
  /\b(?:engineer|developer|manager|analyst|designer|scientist|lead|head|director|consultant|intern|officer|founder|president|assistant|specialist|architect|research|labs?|group|inc|ltd|llc|gmbh|university|college|school|institute|python|java|sql|english|german|french|spanish|remote)\b/i;

/** The text when it is the name of a place with what it lies in; undefined otherwise. */
export function findPlace(text: string): string | undefined {
  const trimmed = text.trim();
  return trimmed.length <= MAX_CHARACTERS && PLACE.test(trimmed) && !NO_PLACE.test(trimmed) ? trimmed : undefined;
}
