/** A case that did badly, for whoever wants to mend it. */
export interface WorstCase {
  readonly id: string;
  /** From 0, all wrong, to 1, all right. */
  readonly score: number;
  readonly reason: string;
}

/** Named numbers, and lists of the cases behind them where a case needs no more than its name. */
export type Figures = Readonly<Record<string, number | readonly string[]>>;

/** What measuring one kind of case gave. */
export interface Measurement {
  /** Figures of what the pipeline runs; `n` is the number of cases. */
  readonly figures: Figures & { readonly n: number };
  /** The same figures of other libraries and programs in this same run, by their names. */
  readonly peers: Readonly<Record<string, Figures>>;
  /** At most {@link MAX_WORST_CASES}, the worst first; none that is all right. */
  readonly worst: readonly WorstCase[];
}

/** Measures the cases below a folder; undefined when the folder has none of that kind. */
export type Measure = (folder: string) => Promise<Measurement | undefined>;

/** Enough to see what goes wrong, and still read. */
const MAX_WORST_CASES = 10;

/** The worst of some cases, those that are all right left out. */
export function worstOf(cases: readonly WorstCase[]): WorstCase[] {
  return cases
    .filter(({ score }) => score < 1)
    .sort((a, b) => a.score - b.score)
    .slice(0, MAX_WORST_CASES);
}
