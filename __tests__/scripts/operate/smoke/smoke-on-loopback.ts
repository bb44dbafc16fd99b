import { afterEach } from '@jest/globals';
import { runSmoke } from '../../../../scripts/operate/smoke/run-smoke.ts';
import { Sink } from '../operator-sink.ts';

/** What is closed after a test, newest first. */
export const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Runs the command against an address and gives what it said. */
export async function smoke(
  url: string,
  flags: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
) {
  const [out, err] = [new Sink(), new Sink()];
  const exitCode = await runSmoke(['--url', url, ...flags], { out, err }, { root: process.cwd(), variables });
  return { exitCode, out: out.text, err: err.text };
}
