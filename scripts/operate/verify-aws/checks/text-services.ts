import { COMMON_ERROR_RULES } from '../../../../services/aws/error-rules/common.ts';
import type { Answer, FactContext } from '../fact.ts';
import { confirmed, different, unknown } from '../fact.ts';
import { noisePng } from './noise-png.ts';

/** Requests at once that a default quota of 25 a second cannot all take. */
const BURST = 100;

/** A character that counts one as a code point and two as UTF-16, before a place that Comprehend finds. */
const ASTRAL = '\u{1F600}';
const SENTENCE = `${ASTRAL}${ASTRAL} We met in Seattle on Monday.`;
const PLACE = 'Seattle';

/** Sides of a picture of noise that has between 5 and 10 MB as a PNG: 1,600 × 1,200 pixels of three bytes. */
const [WIDTH, HEIGHT] = [1_600, 1_200];

/** Names of Comprehend's throttle that the error table knows. */
export async function throttleIsKnown({ aws }: FactContext): Promise<Answer> {
  const names = [...new Set(await aws.probes.burst(BURST))];
  if (names.length === 0)
    return unknown(
      `${BURST} requests at once were all answered`,
      'The quota of this account is higher than the default; look for the name in CloudTrail when runs are slow.',
    );
  const known = COMMON_ERROR_RULES.filter(({ error }) => error === 'TransientUpstreamError').flatMap(
    (rule) => rule.names,
  );
  const strange = names.filter((name) => !known.includes(name));
  if (strange.length === 0) return confirmed(`the throttle is called ${names.join(', ')}`);
  return different(
    `the throttle is called ${strange.join(', ')}`,
    'Add the name to the throttles in services/aws/error-rules/common.ts.',
  );
}

/** The unit of Comprehend's offsets. */
export async function offsetsAreKnown({ aws }: FactContext): Promise<Answer> {
  const found = (await aws.probes.entities(SENTENCE)).find(({ text }) => text === PLACE);
  if (found === undefined)
    return unknown(`Comprehend did not find ${PLACE} in ${JSON.stringify(SENTENCE)}`, 'Ask again.');
  const utf16 = SENTENCE.indexOf(PLACE);
  const points = [...SENTENCE.slice(0, utf16)].length;
  if (found.begin === points) return confirmed(`offsets count code points (${found.begin})`);
  if (found.begin === utf16) return confirmed(`offsets count UTF-16 code units (${found.begin})`);
  return different(
    `${PLACE} is said to begin at ${found.begin}; it does at ${points} in code points, ${utf16} in UTF-16`,
    'Add the unit to services/analysis/comprehend/anchor.ts; until then names are found by their text.',
  );
}

/** Textract takes a picture of more than 5 MB. */
export async function largePicturesAreTaken({ aws }: FactContext): Promise<Answer> {
  const picture = noisePng(WIDTH, HEIGHT);
  const size = `${(picture.byteLength / 1_048_576).toFixed(1)} MB`;
  const refused = await aws.probes.image(picture);
  if (refused === undefined) return confirmed(`a picture of ${size} was taken`);
  return different(
    `a picture of ${size} was refused (${refused})`,
    'Lower MAX_PAGE_BYTES in services/documents/textract/limits.ts to 5,242,880.',
  );
}
