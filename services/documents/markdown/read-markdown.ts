import type { Token, Tokens } from 'marked';
import { Lexer } from 'marked';
import type { Block, BlockKind } from '../../../contracts/index.ts';
import { normalizeText } from '../../text/normalize.ts';
import { htmlText, inlineText } from './inline-text.ts';

/** What a Markdown text says: blocks, and the title of its front matter if it has one. */
export interface MarkdownText {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const FRONT_MATTER = /^\uFEFF?---[^\S\n]*\r?\n([\s\S]{0,10000}?)\n---[^\S\n]*(?:\r?\n|$)/;

const FRONT_MATTER_TITLE = /^title:\s*["']?(.+?)["']?\s*$/m;

/** Items in items that are followed; deeper ones are read as text of their item. */
const MAX_DEPTH = 20;

/** Reads Markdown (CommonMark with GitHub's tables): headings, paragraphs, list items, tables row by row, quotes and code. */
export function readMarkdown(markdown: string): MarkdownText {
  const front = FRONT_MATTER.exec(markdown);
  const tokens = new Lexer({ gfm: true }).lex(front === null ? markdown : markdown.slice(front[0].length));
  return {
    title: FRONT_MATTER_TITLE.exec(front?.[1] ?? '')?.[1] ?? '',
    blocks: tokens.flatMap((token) => toBlocks(token, 0)),
  };
}

function toBlocks(token: Token, depth: number): readonly Block[] {
  switch (token.type) {
    case 'heading':
      return block('heading', inlineText(token.tokens ?? []), Number(token.depth));
    case 'paragraph':
    case 'text':
      return block('paragraph', token.tokens === undefined ? htmlText(token.raw) : inlineText(token.tokens));
    case 'code':
      return block('code', token.text);
    case 'html':
      return block('paragraph', htmlText(token.raw));
    case 'blockquote':
      return depth < MAX_DEPTH
        ? asQuote((token.tokens ?? []).flatMap((inner) => toBlocks(inner, depth + 1)))
        : block('quote', token.raw);
    case 'list':
      return (token as Tokens.List).items.flatMap((item, index) => listItem(item, token as Tokens.List, index, depth));
    case 'table':
      return tableRows(token as Tokens.Table);
    default:
      return [];
  }
}

function block(kind: BlockKind, raw: string, level?: number): readonly Block[] {
  const text = normalizeText(raw);
  return text === '' ? [] : [{ kind, text, ...(level === undefined ? {} : { level }) }];
}

function asQuote(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((inner) => (inner.kind === 'paragraph' ? { ...inner, kind: 'quote' } : inner));
}

/** The item's own text is one block; lists and code in it follow. Numbers stay, since texts refer to them. */
function listItem(item: Tokens.ListItem, list: Tokens.List, index: number, depth: number): readonly Block[] {
  if (depth >= MAX_DEPTH) return block('list_item', item.text);
  const number = list.ordered ? `${Number(list.start || 1) + index}. ` : '';
  const own = item.tokens.filter(({ type }) => type === 'text' || type === 'paragraph');
  const rest = item.tokens.filter((token) => !own.includes(token));
  const text = own
    .map((token) => ('tokens' in token && token.tokens !== undefined ? inlineText(token.tokens) : ''))
    .join(' ');
  const checked = item.task ? text.replace(/^\[[ xX]\]\s*/, '') : text;
  return [
    ...(checked.trim() === '' ? [] : block('list_item', number + checked)),
    ...rest.flatMap((token) => toBlocks(token, depth + 1)),
  ];
}

function tableRows({ header, rows }: Tokens.Table): readonly Block[] {
  return [header, ...rows].flatMap((cells) => {
    const texts = cells.map(({ tokens }) => inlineText(tokens).trim()).filter((text) => text !== '');
    return block('table_row', texts.join(' | '));
  });
}
