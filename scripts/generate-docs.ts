import { readFileSync } from 'node:fs';
import type { Manifest } from './docs/dependency-docs.ts';
import { dependencyFaults, licenseFaults } from './docs/dependency-docs.ts';
import { refresh } from './docs/generated-doc.ts';
import { GENERATORS } from './docs/generators.ts';
import { brokenLinks } from './docs/links.ts';

const DEPENDENCIES_PAGE = 'docs/dependencies.md';

const checkOnly = process.argv.includes('--check');

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** What no generator can mend, because a person has to write it. */
function handWrittenFaults(): string[] {
  const licenseOf = (name: string): string =>
    readJson<Manifest>(`node_modules/${name}/package.json`).license ?? 'no stated license';
  const { packages } = readJson<{ packages: Record<string, Manifest> }>('package-lock.json');
  return [
    ...dependencyFaults(readFileSync(DEPENDENCIES_PAGE, 'utf8'), readJson<Manifest>('package.json'), licenseOf).map(
      (fault) => `${DEPENDENCIES_PAGE}: ${fault}`,
    ),
    ...licenseFaults(packages),
    ...brokenLinks('.'),
  ];
}

/** Refreshes every generated text and gives the names of those that were out of date. */
async function outdatedDocs(): Promise<string[]> {
  const outdated: string[] = [];
  for (const doc of GENERATORS) {
    if (!(await refresh(doc, !checkOnly)))
      outdated.push(doc.part === undefined ? doc.path : `${doc.path} (${doc.part})`);
  }
  return outdated;
}

const outdated = await outdatedDocs();
if (checkOnly) {
  const faults = [
    ...outdated.map((name) => `${name} is not what the code says: run "npm run docs" and commit the result`),
    ...handWrittenFaults(),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length === 0)
    console.log(`The documentation agrees with the code (${GENERATORS.length} generated parts).`);
  else process.exitCode = 1;
} else {
  console.log(outdated.length === 0 ? 'Every generated part was up to date.' : `Written: ${outdated.join(', ')}`);
}
