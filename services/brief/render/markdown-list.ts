/** A Markdown list of items of one line each. */
export function markdownList(items: readonly string[], numbered = false): string {
  return items.map((item, index) => `${numbered ? `${index + 1}.` : '-'} ${item}`).join('\n');
}
