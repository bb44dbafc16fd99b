import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The command of the package, below the folder that it is installed in. */
const COMMAND = 'node_modules/interview-intelligence-pipeline/dist/local/cli/interview-brief.mjs';

/**
 * Has an installed package serve its console, and checks that the page and everything that it names can be had. Gives the number of files.
 *
 * @param folder where the package is installed
 * @throws Error that says what is missing
 */
export async function expectConsole(folder: string): Promise<number> {
  const words = [join(folder, COMMAND), 'serve', '--port', '0', '--data-dir', join(folder, 'served')];
  const server = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const [line] = await once(createInterface({ input: server.stdout }), 'line');
    return await loadedFiles(/http:\/\/[^\s/]+/.exec(String(line))?.[0] ?? '');
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function loadedFiles(url: string): Promise<number> {
  const page = await (await fetch(`${url}/`)).text();
  const paths = [...page.matchAll(/(?:src|href)="(?<path>\/console\/[^"]+)"/g)].map(({ groups }) => groups?.path ?? '');
  const answers = await Promise.all(paths.map((path) => fetch(`${url}${path}`)));
  const missing = paths.filter((_, position) => !answers[position]?.ok);
  if (paths.length === 0) throw new Error(`serve does not serve the console but: ${page.slice(0, 200)}`);
  if (missing.length > 0) throw new Error(`serve does not serve what the console needs: ${missing.join(', ')}`);
  return paths.length;
}
