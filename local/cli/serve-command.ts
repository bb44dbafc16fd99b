import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { EXIT_CODES } from '../../contracts/index.ts';
import type { Authorizer } from '../../services/services.ts';
import { startLocalServer } from '../server/local-server.ts';
import type { Scenario } from '../server/scenario.ts';
import { SCENARIOS } from '../server/scenario.ts';
import { dataFolder } from '../services/data-folder.ts';
import { addAllowHostOption } from './allow-host-option.ts';
import { callerPath } from './caller-path.ts';
import { commandLine } from './command-line.ts';
import type { ServerCostOptions } from './cost-options.ts';
import { addServerCostOptions, costSettings } from './cost-options.ts';
import type { CommandStreams } from './output.ts';
import { writeLine } from './output.ts';
import type { PartOptions } from './part-options.ts';
import { addPartOptions, chosenParts } from './part-options.ts';

/** What the command line of `serve` was given. */
export interface ServeOptions extends PartOptions, ServerCostOptions {
  readonly host: string;
  readonly port?: number;
  readonly dataDir?: string;
  readonly allowHost: readonly string[];
  readonly token?: string;
  readonly scenario?: Scenario;
  readonly authorizer: Authorizer;
}

/** Largest port there is. */
const MAX_PORT = 65_535;

const SERVE = commandLine('serve');

const EXAMPLES = `
Examples:
  $ ${SERVE}
  $ ${SERVE} --port 8080 --data-dir ./runs
  $ ${SERVE} --scenario slow
  $ ${SERVE} --writer bedrock --analyzer comprehend --ocr textract
  $ ${SERVE} --host 0.0.0.0 --token "$(openssl rand -hex 16)"`;

/** Adds the options of `serve` to a command. */
export function addServeOptions(command: Command): Command {
  return addServerCostOptions(addPartOptions(addAllowHostOption(addServerOptions(command)))).addHelpText(
    'after',
    EXAMPLES,
  );
}

function addServerOptions(command: Command): Command {
  return command
    .option('--host <address>', 'where to listen; an address that others can reach needs --token', '127.0.0.1')
    .option('--port <n>', 'the port (default: 3000, or the next one that is free)', portNumber)
    .option('--data-dir <folder>', 'where runs are kept (default: your data folder)')
    .option('--token <secret>', 'what callers have to send as a bearer token')
    .addOption(
      new Option('--authorizer <which>', 'have callers sign in as in AWS, with credentials that are printed')
        .choices(['none', 'iam', 'jwt'])
        .default('none'),
    )
    .addOption(
      new Option(
        '--scenario <name>',
        'read the demonstration’s site instead of any other, and behave in this way',
      ).choices(SCENARIOS),
    );
}

/** Runs `serve` until the process is told to stop, and gives the exit code. Throws `ConfigurationError` when it cannot be served like that, and what `chosenParts` throws. */
export async function runServe(options: ServeOptions, { out }: CommandStreams): Promise<number> {
  const { host, port, dataDir, allowHost, token, scenario, authorizer } = options;
  const data = dataFolder(dataDir === undefined ? undefined : callerPath(dataDir));
  const stopped = stopSignal();
  const cost = costSettings(options);
  const parts = { ...(await chosenParts(options)), ...cost };
  const server = await startLocalServer({
    data,
    host,
    port,
    allow_hosts: allowHost,
    token,
    scenario,
    authorizer,
    parts,
  });
  // The fragment of an address is never sent: the token stays in the browser that opens it.
  const fragment = token === undefined ? '' : `/#token=${encodeURIComponent(token)}`;
  writeLine(out, `Open ${server.url}${fragment} in a browser to start and watch runs, until you press Ctrl-C.`);
  writeLine(out, `The API answers at ${server.url}; ${server.url}/openapi.json describes it.`);
  writeLine(out, `Runs are kept in ${data.root}.`);
  if (scenario !== undefined)
    writeLine(out, `Scenario ${scenario}: every run reads the site of a fictional company, Kindlewater.`);
  for (const [name, value] of Object.entries(server.credentials)) writeLine(out, `export ${name}=${value}`);
  if (server.resumed > 0) writeLine(out, `Runs of an earlier process that go on: ${server.resumed}.`);
  await stopped;
  writeLine(out, 'Stopping: requests are still answered, runs go on at the next start.');
  await server.close();
  return EXIT_CODES.done;
}

/** Waits for Ctrl-C or a termination. A second one ends the process at once, because nobody listens any more. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    const stop = (): void => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  });
}

function portNumber(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= MAX_PORT) return port;
  throw new InvalidArgumentError(`must be a whole number from 0 to ${MAX_PORT}.`);
}
