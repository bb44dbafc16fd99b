import type { BlockKind } from '../../../contracts/index.ts';
import { classesOf } from './element-style.ts';
import { HEADING_TAG } from './html-elements.ts';
import type { ElementNode } from './page-tree.ts';

/** What the text inside an element is part of. */
export interface FlowContext {
  readonly kind?: BlockKind;
  /** Level of the heading, 1–6. */
  readonly level?: number;
  readonly heading?: ElementNode;
  /** Row of a data table: its cells make one block. */
  readonly row?: ElementNode;
}

const QUOTE_CLASS =
  /^(?:.*[-_])?(?:testimonials?|blockquote|pull-?quote|customer-quote)(?:[-_](?:text|content|quote|body|item|card|slide))?$/i;

/** The context inside `element`, given that around it. */
export function flowContext(
  element: ElementNode,
  around: FlowContext,
  dataTables: ReadonlySet<ElementNode>,
): FlowContext {
  if (around.heading !== undefined || around.row !== undefined) return around;
  const level = headingLevel(element);
  if (level !== undefined) return { kind: 'heading', level, heading: element };
  if (element.tag === 'tr' && isInDataTable(element, dataTables)) return { kind: 'table_row', row: element };
  if (around.kind === 'quote') return around;
  const kind = KIND_OF_TAG[element.tag] ?? (isQuote(element) ? 'quote' : undefined);
  return kind === undefined || kind === around.kind ? around : CONTEXT_OF_KIND[kind];
}

/** Level of a heading element, 1–6, or undefined. */
function headingLevel(element: ElementNode): number | undefined {
  if (HEADING_TAG.test(element.tag)) return Number(element.tag.slice(1));
  if (element.attributes.role !== 'heading') return undefined;
  const level = Number.parseInt(element.attributes['aria-level'] ?? '2', 10);
  return level >= 1 && level <= 6 ? level : 2;
}

const KIND_OF_TAG: Readonly<Record<string, BlockKind>> = {
  li: 'list_item',
  dt: 'list_item',
  dd: 'list_item',
  blockquote: 'quote',
  pre: 'code',
};

/** One for each kind, since a page can have a million list items. */
const CONTEXT_OF_KIND: Readonly<Record<BlockKind, FlowContext>> = {
  heading: { kind: 'heading' },
  paragraph: { kind: 'paragraph' },
  list_item: { kind: 'list_item' },
  table_row: { kind: 'table_row' },
  quote: { kind: 'quote' },
  code: { kind: 'code' },
  metadata: { kind: 'metadata' },
};

function isQuote(element: ElementNode): boolean {
  return element.tag !== 'body' && classesOf(element).some((name) => QUOTE_CLASS.test(name));
}

function isInDataTable(row: ElementNode, dataTables: ReadonlySet<ElementNode>): boolean {
  for (let around = row.parent, steps = 0; around !== null && steps < 3; around = around.parent, steps++) {
    if (around.tag === 'table') return dataTables.has(around);
  }
  return false;
}
