import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'));
/** Installs packages and takes half a minute: for the build server and before a release, not for every change. */
const APART = 'check:package';

const parts = Object.keys(scripts).filter((name) => name.startsWith('check:') && name !== APART);

/** Runs one npm script with its output shown as it comes, and says whether it passed. */
function passes(part: string): boolean {
  console.log(`\n── ${part}`);
  const { status, error } = spawnSync('npm', ['run', '--silent', part], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw new Error(`Could not start "npm run ${part}": is npm on the PATH?`, { cause: error });
  return status === 0;
}

const failed = parts.filter((part) => !passes(part));
console.log('');
for (const part of failed) console.error(`✗ ${part} failed; see it alone with: npm run ${part}`);
console.log(`check: ${parts.length - failed.length} of ${parts.length} parts passed`);
process.exitCode = failed.length === 0 ? 0 : 1;
