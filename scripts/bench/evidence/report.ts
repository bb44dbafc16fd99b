import type { Figures, Measurement } from './measure.ts';

/** Widest name of a row: "Readability + linkedom". */
const NAME_WIDTH = 24;

/** The figures of one kind of case beside those of the peers, then its worst cases, as lines for a terminal. */
export function reportLines(kind: string, { figures, peers, worst }: Measurement): string[] {
  const { n, ...own } = figures;
  return [
    '',
    `${kind}: ${n} cases`,
    rowOf('this project', own),
    ...Object.entries(peers).map(([name, values]) => rowOf(name, values)),
    ...worst.map(({ id, score, reason }) => `    ${score.toFixed(3)}  ${id}: ${reason.replace(/\s+/g, ' ')}`),
  ];
}

function rowOf(name: string, figures: Figures): string {
  const values = Object.entries(figures).map(([key, value]) => `${key} ${shown(value)}`);
  return `  ${name.padEnd(NAME_WIDTH)}${values.join('   ')}`;
}

function shown(value: number | readonly string[]): string {
  if (typeof value !== 'number') return String(value.length);
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}
