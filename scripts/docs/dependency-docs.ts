/** What package.json says of a package that this project depends on, or of the project itself. */
export interface Manifest {
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Licenses whose terms would reach the code of whoever builds on this project. */
const COPYLEFT = /\b(A?GPL|SSPL)\b/;

/** A row of a table of dependencies: the package in backticks, then its license. */
const ROW = /^\| `(?<name>[^`]+)` \| (?<license>[^|]+) \|/gm;

/**
 * Compares the tables of docs/dependencies.md with package.json and with what the packages say of themselves.
 *
 * @param text the page
 * @param project package.json of this project
 * @param licenseOf the license that an installed package states
 * @returns one sentence for each fault, with what to do
 */
export function dependencyFaults(text: string, project: Manifest, licenseOf: (name: string) => string): string[] {
  const listed = new Map([...text.matchAll(ROW)].map(({ groups }) => [groups?.name ?? '', groups?.license?.trim()]));
  const installed = Object.keys({ ...project.dependencies, ...project.devDependencies });
  const unlisted = installed
    .filter((name) => !listed.has(name))
    .map((name) => `add a row for ${name}, with its reason`);
  const stale = [...listed.keys()]
    .filter((name) => !installed.includes(name))
    .map((name) => `drop the row of ${name}: it is no dependency`);
  const wrong = installed
    .filter((name) => listed.has(name) && listed.get(name) !== licenseOf(name))
    .map((name) => `${name} is licensed under ${licenseOf(name)}, not ${listed.get(name)}`);
  return [...unlisted, ...stale, ...wrong];
}

/**
 * Finds packages, dependencies of dependencies included, whose license this project does not accept.
 *
 * @param packages the `packages` of package-lock.json, by their path under node_modules
 */
export function licenseFaults(packages: Readonly<Record<string, Manifest>>): string[] {
  return Object.entries(packages)
    .filter(([, { license }]) => license !== undefined && isCopyleft(license))
    .map(
      ([path, { license }]) =>
        `${path} is under ${license}: replace it, its terms would reach whoever builds on this project`,
    );
}

/** Reads a license expression: where it offers a choice, one acceptable license is enough. */
function isCopyleft(expression: string): boolean {
  return expression.split(' OR ').every((choice) => COPYLEFT.test(choice));
}
