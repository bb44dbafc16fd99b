/** A Markdown table; `|` inside a cell is escaped, lines become spaces. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Names as code, separated by commas; a dash where there are none. */
export function codeList(names: readonly string[]): string {
  return names.length === 0 ? '–' : names.map((name) => `\`${name}\``).join(', ');
}

/** Whole seconds with thousands separators. */
export function seconds(count: number): string {
  return `${count.toLocaleString('en-US')} s`;
}

function cell(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
