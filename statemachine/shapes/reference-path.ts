/** A step of a path: the name of a field or the index of an element. */
export type PathStep = string | number;

/** A path into the state (`$`) or into the context object (`$$`). */
export interface ReferencePath {
  readonly root: '$' | '$$';
  readonly steps: readonly PathStep[];
}

const STEP = /\.([A-Za-z_][\w-]*)|\['([^']+)'\]|\["([^"]+)"\]|\[(\d+)\]/y;

/**
 * Reads a path that leads to exactly one value, such as `$.a['b'][0]`. Gives undefined for everything else: wildcards, slices and filters
 * can be written in a state machine, but where they lead cannot be told before the run, so this project does without them.
 */
export function parseReferencePath(text: string): ReferencePath | undefined {
  const root = text.startsWith('$$') ? '$$' : '$';
  if (!text.startsWith(root)) return undefined;
  const steps: PathStep[] = [];
  let position = root.length;
  while (position < text.length) {
    STEP.lastIndex = position;
    const match = STEP.exec(text);
    if (!match) return undefined;
    steps.push(match[4] === undefined ? (match[1] ?? match[2] ?? match[3] ?? '') : Number(match[4]));
    position = STEP.lastIndex;
  }
  return { root, steps };
}
