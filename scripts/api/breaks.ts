/** A line that asks something of requests: more of them break clients, fewer do not. */
const REQUIRES = / requires /;

/** What of an API's surface would break a client that was written against an earlier one, in a sentence each. */
export function breaksOf(before: readonly string[], now: readonly string[]): string[] {
  const [known, present] = [new Set(before), new Set(now)];
  const gone = before
    .filter((line) => !present.has(line) && !stillTaken(line, present) && !now.some((other) => isWidened(line, other)))
    .map((line) => `no longer: ${line}`);
  const asked = now
    .filter((line) => isNewDemand(line, known) && !before.some((other) => isWidened(other, line)))
    .map((line) => `newly asked for: ${line}`);
  return [...gone, ...asked];
}

/** Whether a later line is the same field of a request and takes every value that an earlier one took, and others beside them. */
function isWidened(earlier: string, later: string): boolean {
  const [[field, values], [laterField, laterValues]] = [partsOf(earlier), partsOf(later)];
  return values.length > 0 && field === laterField && values.every((value) => laterValues.includes(value));
}

/** The field of a request that a line is about, and the values that it takes; no values for any other line. */
function partsOf(line: string): readonly [field: string, values: readonly string[]] {
  const parts = /^(?<field>.+ (?:requires|takes) .+): (?<values>"[^ ]+")$/.exec(line)?.groups;
  return [parts?.field ?? line, parts?.values?.split('|') ?? []];
}

/** Whether a line asks for more of an operation that there was already. */
function isNewDemand(line: string, known: ReadonlySet<string>): boolean {
  const [operation = '', demand] = line.split(REQUIRES);
  return demand !== undefined && known.has(operation) && !known.has(line);
}

/** A field that was required and may now be left out is still taken; one of an answer that is now always there keeps every promise. */
function stillTaken(line: string, present: ReadonlySet<string>): boolean {
  return present.has(line.replace(REQUIRES, ' takes ')) || present.has(line.replace('?: ', ': '));
}

/** Whether a changelog announces a version whose first number is above that of another version. */
export function announcesMajor(changelog: string, version: string): boolean {
  const majors = [...changelog.matchAll(/^## \[(?<major>\d+)\./gm)].map(({ groups }) => Number(groups?.major));
  return Math.max(0, ...majors) > Number.parseInt(version, 10);
}
