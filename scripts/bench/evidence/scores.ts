/** What a figure compares texts by: runs of letters, digits and their marks, in compatibility form and lower case. */
function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  );
}

/** Precision, recall and their harmonic mean (F1) of the words found, repetitions counted; all 1 when nothing was expected and nothing found. */
export function wordScores(found: string, expected: string): { precision: number; recall: number; f1: number } {
  const got = wordsOf(found);
  const wanted = wordsOf(expected);
  if (got.length === 0 && wanted.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let hits = 0;
  for (const word of got) {
    const rest = left.get(word) ?? 0;
    if (rest > 0) hits += 1;
    left.set(word, rest - 1);
  }
  const precision = hits / Math.max(1, got.length);
  const recall = hits / Math.max(1, wanted.length);
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** Whether the words of a snippet stand in a text one after the other, whatever stands between them. Snippets may begin and end within a word. */
export function holdsWords(text: string, snippet: string): boolean {
  return wordsOf(text).join(' ').includes(wordsOf(snippet).join(' '));
}

/** A word that a line's end cut with a hyphen, made whole: extractors join such words, or leave them, both rightly. */
export function joinLineEndHyphens(text: string): string {
  return text.replace(/(\p{L})-[ \t]*\r?\n(?=\p{Ll})/gu, '$1');
}

/** Mean of values; 1 of none, because nothing went wrong. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A figure as it is printed and handed on: four digits after the point. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
