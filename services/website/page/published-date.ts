import { findDate, isoDate } from './dates.ts';
import type { HeadMetadata } from './head-metadata.ts';
import { asText } from './json-values.ts';
import type { RawBlock } from './raw-block.ts';
import type { Thing } from './structured-data.ts';

const META_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publish_date',
  'pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'citation_publication_date',
];

const DATED_THING = /(?:article|blogposting|report|jobposting)$/;

/** Blocks around the first heading that are searched for the date of a byline, and their longest text in characters. */
const BLOCKS_BEFORE_HEADING = 3;
const BLOCKS_AFTER_HEADING = 4;
const MAX_BYLINE_CHARACTERS = 160;

/** With more dated blocks than this in the text, a page is a list of dated entries, and none of the dates is the page's own. */
const MAX_DATES_OF_ONE_ENTRY = 2;

const NOT_PUBLISHED = /©|copyright|all rights|updated|modified|aktualisiert|expires?|deadline|valid/i;

/** The day a page says it was published: of its metadata, else of the line beside its headline. */
export function publishedDate(
  head: HeadMetadata,
  things: readonly Thing[],
  blocks: readonly RawBlock[],
): string | undefined {
  return dateOfThing(things) ?? dateOfMeta(head) ?? dateBesideHeadline(blocks);
}

function dateOfThing(things: readonly Thing[]): string | undefined {
  const dated = things.filter(({ types }) => types.some((type) => DATED_THING.test(type)));
  const dates = new Set(dated.map(({ fields }) => isoDate(asText(fields.datePublished ?? fields.datePosted))));
  return dates.size === 1 ? [...dates][0] : undefined;
}

function dateOfMeta({ meta }: HeadMetadata): string | undefined {
  for (const name of META_NAMES) {
    const date = isoDate(meta.get(name) ?? '');
    if (date !== undefined) return date;
  }
  return undefined;
}

function dateBesideHeadline(blocks: readonly RawBlock[]): string | undefined {
  if (blocks.filter((block) => bylineDate(block) !== undefined).length > MAX_DATES_OF_ONE_ENTRY) return undefined;
  const heading = blocks.findIndex(({ level }) => level === 1);
  if (heading < 0) return undefined;
  const near = blocks.slice(Math.max(0, heading - BLOCKS_BEFORE_HEADING), heading + 1 + BLOCKS_AFTER_HEADING);
  return near.map(bylineDate).find((date) => date !== undefined);
}

function bylineDate({ text, date }: RawBlock): string | undefined {
  if (text.length > MAX_BYLINE_CHARACTERS || NOT_PUBLISHED.test(text)) return undefined;
  return date ?? findDate(text)?.date;
}
