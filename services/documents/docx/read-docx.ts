import type { Block, HiddenText } from '../../../contracts/index.ts';
import type { ParsedDocument, ParseRequest } from '../parsed-document.ts';
import { chooseTitle } from '../title.ts';
import { unreadable } from '../unreadable.ts';
import { openArchive } from './open-archive.ts';
import type { WordStyle } from './read-styles.ts';
import { readStyles } from './read-styles.ts';
import { walkXml } from './walk-xml.ts';
import type { HiddenPiece } from './word-reader.ts';
import { WordReader } from './word-reader.ts';

/** The parts in the order in which they are read. Names and addresses often stand in the header alone. */
const PART_ORDER = [
  /^word\/header\d*\.xml$/i,
  /^word\/document\d*\.xml$/i,
  /^word\/(?:footnotes|endnotes)\d*\.xml$/i,
  /^word\/comments\d*\.xml$/i,
  /^word\/footer\d*\.xml$/i,
];

/** Headers and footers: a document has one for the first, the odd and the even pages, often with the same text. */
const RUNNING_PART = /^word\/(?:header|footer)/i;

/** What was read of the parts. */
interface Reading {
  readonly blocks: readonly Block[];
  readonly hidden: readonly HiddenPiece[];
}

/**
 * Reads a DOCX: headers, body with tables and text boxes, notes, comments, footers. Libraries that turn DOCX into HTML leave out headers, footers, comments or
 * text boxes. Throws `UnreadableDocumentError` when it is damaged, unpacks to too much, or has no text.
 */
export function readDocx(bytes: Uint8Array, { file_name }: ParseRequest): ParsedDocument {
  const parts = openArchive(file_name, bytes);
  const { blocks, hidden } = readParts(parts);
  if (blocks.length === 0) throw unreadable(file_name, 'docx_without_text');
  return {
    format: 'docx',
    title: chooseTitle(readTitle(parts.get('docProps/core.xml') ?? ''), blocks, file_name),
    blocks,
    ...(hidden.length === 0 ? {} : { hidden: toHiddenText(hidden) }),
    warnings: [],
  };
}

function readParts(parts: ReadonlyMap<string, string>): Reading {
  const styles = readStyles([...parts].find(([name]) => /^word\/styles\d*\.xml$/i.test(name))?.[1] ?? '');
  const seen = new Set<string>();
  const readings = PART_ORDER.flatMap((pattern) =>
    [...parts].filter(([name]) => pattern.test(name)).map(([name, xml]) => readPart(name, xml, styles, seen)),
  );
  return { blocks: readings.flatMap(({ blocks }) => blocks), hidden: readings.flatMap(({ hidden }) => hidden) };
}

function readPart(name: string, xml: string, styles: ReadonlyMap<string, WordStyle>, seen: Set<string>): Reading {
  const reader = new WordReader(styles);
  walkXml(xml, reader);
  if (!RUNNING_PART.test(name)) return reader;
  return { blocks: reader.blocks.filter(({ text }) => isNew(text, seen)), hidden: reader.hidden };
}

/** Whether a header or footer says something that no other did; a page's number says nothing. */
function isNew(text: string, seen: Set<string>): boolean {
  if (!/\p{L}/u.test(text)) return false;
  const known = seen.has(text);
  seen.add(text);
  return !known;
}

function readTitle(xml: string): string {
  let title = '';
  let inside = false;
  walkXml(xml, {
    open: (name) => {
      inside = name === 'dc:title';
    },
    text: (text) => {
      if (inside) title += text;
    },
    close: () => {
      inside = false;
    },
  });
  return title;
}

function toHiddenText(pieces: readonly HiddenPiece[]): HiddenText {
  return {
    characters: pieces.reduce((sum, { text }) => sum + text.length, 0),
    reasons: [...new Set(pieces.map(({ reason }) => reason))],
  };
}
