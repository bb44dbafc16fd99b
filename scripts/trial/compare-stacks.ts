type Json = Readonly<Record<string, unknown>>;

/** How two synthesized stacks compare. */
export interface StackComparison {
  /** Whether resources, outputs, provider and backend are the same; notes of the tool and its version of the provider do not count. */
  readonly same: boolean;
  /** Every difference, one a line. */
  readonly lines: readonly string[];
}

/** Differences that are no difference of the infrastructure: what the tool writes down for itself, and which release of the provider its bindings were made for. */
const OF_THE_TOOL = /(^|\.)\/\/(\.|$)|^terraform\.required_providers\.aws\.version$/;

/** Compares two stacks attribute by attribute. */
export function compareStacks(before: string, after: string): StackComparison {
  const differences = differencesOf(withWholeSource(before), withWholeSource(after), '');
  const ofTheTool = differences.filter(({ path }) => OF_THE_TOOL.test(path));
  const others = differences.filter(({ path }) => !OF_THE_TOOL.test(path));
  return {
    same: others.length === 0,
    lines: [...others.map(inWords), ...ofTheTool.map((each) => `(of the tool) ${inWords(each)}`)],
  };
}

/** Terraform reads a provider's source without a namespace as HashiCorp's: `aws` is `hashicorp/aws`. */
function withWholeSource(text: string): unknown {
  return JSON.parse(text, (name, value) =>
    name === 'source' && typeof value === 'string' && !value.includes('/') ? `hashicorp/${value}` : value,
  );
}

interface Difference {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

function differencesOf(before: unknown, after: unknown, path: string): Difference[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => differencesOf(before[name], after[name], path === '' ? name : `${path}.${name}`));
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inWords({ path, before, after }: Difference): string {
  return `${path}: ${shown(before)} → ${shown(after)}`;
}

/** Characters of a value that are shown. */
const SHOWN_CHARACTERS = 120;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}
