import { spawnSync } from 'node:child_process';
import { terraformBinary } from './terraform/run-terraform.ts';

const MISSING = `${terraformBinary()} is not on the PATH, so nothing was tried: install Terraform 1.11 or later, then repeat the command.`;

/** Terraform's own variable for a provider that runs already. Without it the whole stack would be made in whatever account the credentials belong to. */
const PROVIDER_VARIABLE = 'TF_REATTACH_PROVIDERS';

const WITHOUT_PROVIDER = `${PROVIDER_VARIABLE} names no provider that reaches no account: the whole stack is not made and torn down here.`;

// The tests run the user's own Terraform; `npm test` needs none.
if (spawnSync(terraformBinary(), ['version'], { stdio: 'ignore' }).error) {
  console.error(MISSING);
  process.exit(1);
}
const folders = process.env[PROVIDER_VARIABLE] ? '**/__tests__/terraform/**' : '**/__tests__/terraform';
if (!process.env[PROVIDER_VARIABLE]) console.error(WITHOUT_PROVIDER);
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(
  process.execPath,
  [...jest, '--testMatch', `${folders}/*.terraform.ts`, '--', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
