import { contentStems } from '../../text/words.ts';

/** Share of a text's content words that an earlier one already said from which it adds nothing. */
const NOTHING_NEW_FROM = 0.6;

/** The items with the best scores above 0, best first, equal ones in their order; what mostly repeats a better one is left out. */
export function best<Item extends { readonly text: string }>(
  items: readonly Item[],
  score: (item: Item) => number,
  count: number,
): Item[] {
  const ranked = items
    .map((item, position) => ({ item, position, score: score(item) }))
    .filter((entry) => entry.score > 0)
    .sort((one, other) => other.score - one.score || one.position - other.position)
    .map(({ item }) => item);
  return distinct(ranked).slice(0, count);
}

/** The items without those that mostly repeat an earlier one. */
export function distinct<Item extends { readonly text: string }>(items: readonly Item[]): Item[] {
  const said: ReadonlySet<string>[] = [];
  return items.filter(({ text }) => {
    const words = [...new Set(contentStems(text))];
    if (said.some((other) => words.filter((word) => other.has(word)).length >= words.length * NOTHING_NEW_FROM))
      return false;
    said.push(new Set(words));
    return true;
  });
}
