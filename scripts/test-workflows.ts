import { spawnSync } from 'node:child_process';

// Runs the commands of the workflows in a fresh clone: minutes, so that `npm test` looks at their text alone.
const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
const { status } = spawnSync(process.execPath, [...jest, '--testMatch', '**/__tests__/workflows/*.workflows.ts'], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
