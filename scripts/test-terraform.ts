import { spawnSync } from 'node:child_process';
import { terraformBinary } from './terraform/run-terraform.ts';

const MISSING = `${terraformBinary()} is not on the PATH, so nothing was tried: install Terraform 1.11 or later, then repeat the command.`;

// The tests run the user's own Terraform; `npm test` needs none.
if (spawnSync(terraformBinary(), ['version'], { stdio: 'ignore' }).error) {
  console.error(MISSING);
  process.exit(1);
}
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const patterns = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [...jest, '--testMatch', '**/__tests__/terraform/*.terraform.ts', '--', ...patterns],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
