/** Stretches of pages that a sentence names; the source list allows 500 characters. */
const MAX_NAMED_STRETCHES = 20;

/** Pages in words: "page 3", "pages 1–3, 7". `numbers` come in any order. */
export function pageList(numbers: readonly number[]): string {
  const stretches = stretchesOf([...numbers].sort((one, other) => one - other));
  const more = stretches.length > MAX_NAMED_STRETCHES ? ' and more' : '';
  const named = stretches.slice(0, MAX_NAMED_STRETCHES).map(spelled).join(', ');
  return `${numbers.length === 1 ? 'page' : 'pages'} ${named}${more}`;
}

interface Stretch {
  readonly from: number;
  to: number;
}

function stretchesOf(sorted: readonly number[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const number of sorted) {
    const last = stretches.at(-1);
    if (last !== undefined && number === last.to + 1) last.to = number;
    else stretches.push({ from: number, to: number });
  }
  return stretches;
}

function spelled({ from, to }: Stretch): string {
  if (from === to) return String(from);
  return to === from + 1 ? `${from}, ${to}` : `${from}–${to}`;
}
