/** Breaks a text into lines of at most `columns` characters at spaces; the lines start with `indent`, the first of an indented text with a dash. */
export function wrapText(text: string, columns: number, indent = ''): string[] {
  const hanging = indent === '' ? '' : `${indent}  `;
  const lines: string[] = [];
  let line = indent === '' ? '' : `${indent}- `;
  let empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > columns) {
      lines.push(line);
      line = hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line];
}
