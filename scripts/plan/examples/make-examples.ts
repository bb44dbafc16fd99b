import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../bundle/zip.ts';
import { freshClone } from '../../clone/fresh-clone.ts';
import { planFiles, planFolder } from '../plan-files.ts';
import { parsePlan } from '../plan-json.ts';
import { reducedPlanText } from './reduce-plan.ts';
import type { Scenario } from './scenarios.ts';
import { SCENARIOS } from './scenarios.ts';

const ENVIRONMENT = 'dev';

/**
 * Makes the plan of every scenario for real, in a fresh clone: the first is applied, each other one is planned on what it made, and undone. Writes each plan,
 * reduced to what its summary needs, as `<name>.json`.
 *
 * @param folder where the examples go
 * @throws Error when a command fails; what it said stands above
 */
export function makeExamples(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const clone = freshClone();
  try {
    for (const scenario of SCENARIOS) {
      writeFileSync(join(folder, `${scenario.name}.json`), planOf(scenario, clone.folder));
      if (scenario.edits.length === 0) applyIn(clone.folder);
      console.log(`${scenario.name}: ${scenario.shows}`);
    }
  } finally {
    clone.remove();
  }
}

function planOf({ edits }: Scenario, clone: string): string {
  const originals = edits.map(({ file }) => readFileSync(join(clone, file), 'utf8'));
  edits.forEach(({ file, change }, index) => {
    writeFileSync(join(clone, file), change(originals[index] ?? ''));
  });
  run(clone, ['run', 'plan', '--', '--env', ENVIRONMENT]);
  edits.forEach(({ file }, index) => {
    writeFileSync(join(clone, file), originals[index] ?? '');
  });
  return reducedPlanText(parsePlan(readFileSync(join(clone, planFiles(planFolder(ENVIRONMENT)).json), 'utf8')));
}

function applyIn(clone: string): void {
  const { plan } = planFiles(planFolder(ENVIRONMENT));
  const sha256 = sha256Hex(readFileSync(join(clone, plan)));
  run(clone, ['run', 'apply', '--', '--env', ENVIRONMENT, '--plan', plan, '--sha256', sha256]);
}

function run(cwd: string, args: readonly string[]): void {
  const { INIT_CWD: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd, encoding: 'utf8', env });
  if (status === 0) return;
  console.error(stdout, stderr);
  throw new Error(`"npm ${args.join(' ')}" ended with code ${status} in the clone.`);
}
