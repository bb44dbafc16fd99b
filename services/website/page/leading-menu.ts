import { wordsOf } from './normalize-text.ts';
import type { RawBlock } from './raw-block.ts';

/** Longest entry of a menu, an address that leads to a map among them, and longest name or label between its entries, in words. */
const MAX_ENTRY_WORDS = 12;
const MAX_LABEL_WORDS = 3;

/** Part of a block's text that is links in a menu, the separators between them left out. */
const MIN_LINK_SHARE = 0.7;

/** What the menus of sites lead to, whatever they sell: one that leads home is a menu, and so is one with two of the others. */
const HOME_ENTRY = /^(?:home|start(?:seite)?|accueil|inicio|início|ホーム|トップ)\b/i;
const USUAL_ENTRY =
  /^(?:about|company|contact|services|products?|platform|solutions|pricing|plans|blog|news|careers|jobs|team|people|support|help|faqs?|docs|documentation|resources|portfolio|work|customers|industries|security|features|shop|store|login|log in|sign ?(?:in|up)|register|search|über uns|unternehmen|kontakt|leistungen|produkte|preise|karriere|aktuelles|hilfe|à propos|entreprise|produits|tarifs|carrières|actualités|nosotros|empresa|contacto|servicios|productos|precios|noticias|会社概要|企業情報|製品|採用|お問い合わせ)(?: us)?$/i;
const MIN_USUAL_ENTRIES = 2;

/** A telephone number or an electronic address, which many sites set above their menu. */
const CONTACT_ENTRY = /^[\d\s()+./-]{7,20}$|^[^\s@]{1,60}@[^\s@]{1,60}$/;

/**
 * Index after the menu that a page starts with, 0 when it starts with none: short links, among them some that stand in the menus of most sites. A list of
 * roles or products has none of those.
 */
export function endOfMenu(blocks: readonly RawBlock[]): number {
  let end = 0;
  let usual = 0;
  for (const [index, block] of blocks.entries()) {
    if (!isPartOfMenu(block, index)) break;
    const found = usualEntries(block);
    usual += found;
    if (found > 0 || (isLink(block) && isBeside(blocks[end - 1], block))) end = index + 1;
  }
  return usual >= MIN_USUAL_ENTRIES ? end : 0;
}

/** Usual entries in a block; one that leads home counts for as many as are needed. */
function usualEntries(block: RawBlock): number {
  if (!isLink(block) || block.kind === 'heading') return 0;
  const entries = entriesOf(block);
  if (entries.some((entry) => HOME_ENTRY.test(entry))) return MIN_USUAL_ENTRIES;
  return entries.filter((entry) => USUAL_ENTRY.test(entry) || CONTACT_ENTRY.test(entry)).length;
}

/** Whether a block stands in the list of an entry: the links after it may be the page's own. */
function isBeside(entry: RawBlock | undefined, { element }: RawBlock): boolean {
  const list = entry?.element.parent;
  return list !== null && list !== undefined && list.tag !== 'body' && element.index < list.end;
}

/** Links on one line are taken word by word, since the line does not tell where one ends. */
function entriesOf({ text, links }: RawBlock): string[] {
  return text.split(links > 1 ? / \| | / : ' | ');
}

/** Entries, labels between them, and the site's name as a heading that leads home. */
function isPartOfMenu(block: RawBlock, index: number): boolean {
  if (block.kind === 'heading') return index === 0 && isLink(block);
  const words = wordsOf(block.text).length;
  if (!isLink(block)) return words <= MAX_LABEL_WORDS;
  return words <= MAX_ENTRY_WORDS * Math.max(1, block.links);
}

function isLink({ text, link_characters }: RawBlock): boolean {
  return link_characters >= text.length * MIN_LINK_SHARE;
}
