import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Seconds until moto_server must answer: it loads Python and its web framework first. */
const START_SECONDS = 60;

/** A port of loopback that is free now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Waits until the server answers at all; false when it never does. */
async function answers(endpoint: string): Promise<boolean> {
  for (let second = 0; second < START_SECONDS; second += 1) {
    const answered = await fetch(`${endpoint}/moto-api/`).then(
      ({ body }) => body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (answered) return true;
    await sleep(1_000);
  }
  return false;
}

const MISSING =
  'moto_server is not installed, so nothing was tested: pip install "moto[server]", then repeat the command.';

if (spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).error) {
  console.error(MISSING);
  process.exit(1);
}
const port = await freePort();
const endpoint = `http://127.0.0.1:${port}`;
const moto = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
try {
  if (!(await answers(endpoint))) throw new Error(`moto_server did not answer within ${START_SECONDS} s.`);
  const jest = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];
  const { status } = spawnSync(process.execPath, [...jest, '--testMatch', '**/__tests__/moto/*.moto.ts'], {
    stdio: 'inherit',
    env: { ...process.env, MOTO_ENDPOINT: endpoint },
  });
  process.exitCode = status ?? 1;
} finally {
  moto.kill();
}
