import { asText } from './json-values.ts';
import { wordsOf } from './normalize-text.ts';
import { plainLines } from './plain-lines.ts';
import type { RawBlock } from './raw-block.ts';
import type { Thing } from './structured-data.ts';

/** Things whose description is what their page is about. */
const DESCRIBED_IN_FULL =
  /^(?:product|productgroup|softwareapplication|webapplication|mobileapplication|service|course|jobposting)$/;

/** Shortest description, in characters, that is a text and no tag line. */
const MIN_DESCRIPTION_CHARACTERS = 200;

/** A page that shows more than this many times its description has a text of its own. */
const MAX_SHOWN_TO_DESCRIPTION = 2;

/** Part of the description's words that the page must lack. */
const MIN_NEW_WORD_SHARE = 0.4;

/**
 * The blocks of a page with the description of the thing that its main heading names, when the page itself shows hardly more than name and price
 * because a script brings the description into a panel that the visitor opens. It stands after the main heading.
 */
export function withOwnDescription(blocks: readonly RawBlock[], things: readonly Thing[]): RawBlock[] {
  const at = blocks.findIndex(({ level }) => level === 1);
  const heading = blocks[at];
  if (heading === undefined) return [...blocks];
  const description = things
    .filter((thing) => isNamed(thing, heading.text))
    .map(({ fields }) => asText(fields.description))
    .find((text) => isMissing(text, blocks));
  if (description === undefined) return [...blocks];
  const lines = plainLines(description).map((text) => paragraph(text, heading));
  return [...blocks.slice(0, at + 1), ...lines, ...blocks.slice(at + 1)];
}

/** Sites add a category or a brand to the name in one of the two places. */
function isNamed({ types, fields }: Thing, heading: string): boolean {
  if (!types.some((type) => DESCRIBED_IN_FULL.test(type))) return false;
  const name = wordsOf(asText(fields.name) || asText(fields.title)).join(' ');
  const title = wordsOf(heading).join(' ');
  return name !== '' && title !== '' && (`${name} `.includes(`${title} `) || `${title} `.includes(`${name} `));
}

function isMissing(description: string, blocks: readonly RawBlock[]): boolean {
  const shown = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (description.length < MIN_DESCRIPTION_CHARACTERS || shown > description.length * MAX_SHOWN_TO_DESCRIPTION)
    return false;
  const known = new Set(blocks.flatMap(({ text }) => wordsOf(text)));
  const words = wordsOf(description);
  return words.filter((word) => !known.has(word)).length >= words.length * MIN_NEW_WORD_SHARE;
}

function paragraph(text: string, { element }: RawBlock): RawBlock {
  return { kind: 'paragraph', text, element, link_characters: 0, links: 0 };
}
