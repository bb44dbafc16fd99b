import type { ElementNode, PageTree } from './page-tree.ts';

/** Elements that stand in tables used to lay out a page, not in tables of data. */
const LAYOUT_CONTENT: ReadonlySet<string> = new Set([
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'form',
  'section',
  'article',
  'nav',
]);

/** The tables of a page whose rows are data. The others only arrange text: of one column, marked as presentation, or with headings or tables inside. */
export function findDataTables(tree: PageTree): ReadonlySet<ElementNode> {
  const tables = new Set<ElementNode>();
  const around: (ElementNode | undefined)[] = [];
  const severalCells = new Map<ElementNode, boolean>();
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const table = node.parent === null ? undefined : around[node.parent.index];
    around[node.index] = node.tag === 'table' ? node : table;
    if (table !== undefined) noteContent(node, table, tables, severalCells);
    if (node.tag === 'table' && !/^(?:presentation|none)$/.test(node.attributes.role ?? '')) tables.add(node);
  }
  return new Set([...tables].filter((table) => severalCells.get(table) === true));
}

function noteContent(
  node: ElementNode,
  table: ElementNode,
  tables: Set<ElementNode>,
  severalCells: Map<ElementNode, boolean>,
): void {
  if (LAYOUT_CONTENT.has(node.tag)) tables.delete(table);
  else if (isCell(node) && node.parent !== null) noteCell(node.parent, table, severalCells);
}

function isCell(node: ElementNode): boolean {
  return node.tag === 'td' || node.tag === 'th';
}

/** A table has columns when one of its rows has a second cell; rows and tables share the map. */
function noteCell(row: ElementNode, table: ElementNode, seen: Map<ElementNode, boolean>): void {
  if (seen.has(row)) seen.set(table, true);
  else seen.set(row, false);
}
