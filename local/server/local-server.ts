import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { ConfigurationError } from '../../contracts/index.ts';
import { createRouter } from '../../handlers/http/routes.ts';
import { createLocalDocumentUploads } from '../../services/artifacts/local-document-uploads.ts';
import type { Authorizer } from '../../services/services.ts';
import type { DemoSite } from '../demo/serve-demo-site.ts';
import { serveDemoSite } from '../demo/serve-demo-site.ts';
import type { DataFolder } from '../services/data-folder.ts';
import type { LocalServices, LocalServicesOptions } from '../services/open-local-services.ts';
import { openLocalServices } from '../services/open-local-services.ts';
import { isLoopback } from './access.ts';
import { createLocalAuthorizer } from './authorizers/create-local-authorizer.ts';
import { createConsole } from './console/console-assets.ts';
import { consoleSettings } from './console/console-settings.ts';
import { repairOnEnd, takeUpRuns } from './interrupted-runs.ts';
import { CLOSING_GRACE_MS, IDLE_CONNECTION_MS, MAX_RUNS_UNDER_WAY } from './limits.ts';
import { listen } from './listen.ts';
import { requestListener } from './request-listener.ts';
import { requestOrigin } from './request-origin.ts';
import type { Scenario } from './scenario.ts';
import { interjectionsOf, withScenario } from './scenario.ts';
import { UPLOADS_PATH } from './uploads.ts';

/** How a local server is set up. */
export interface LocalServerOptions {
  readonly data: DataFolder;
  readonly host: string;
  /** 3000 or the next free one when absent. */
  readonly port?: number | undefined;
  /** `host:port` of private addresses that may be read. */
  readonly allow_hosts: readonly string[];
  readonly token?: string | undefined;
  readonly scenario?: Scenario | undefined;
  /** Who says who a caller is; nobody by default. */
  readonly authorizer?: Authorizer | undefined;
  /** Parts that stand in the place of the local ones, what they cost, and what may be spent and go on at once: {@link MAX_RUNS_UNDER_WAY} runs unless it says otherwise. */
  readonly parts?: Pick<LocalServicesOptions, 'writer' | 'analyzer' | 'ocr' | 'environment' | 'limits'>;
}

/** A server that answers until it is closed. */
export interface LocalServer {
  readonly url: string;
  /** Runs of an earlier process that go on here. */
  readonly resumed: number;
  /** What callers sign with, by the name under which tools know it; empty where nobody signs in. */
  readonly credentials: Readonly<Record<string, string>>;
  /** Lets requests be answered that have come, leaves runs to the next start, and closes every file. */
  close(): Promise<void>;
}

/** Serves the API on this machine. Throws `ConfigurationError` for a public address without a token, a port that cannot be had or a folder that cannot be used. */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const { host, port, token, scenario, authorizer: name = 'none' } = options;
  assertGuarded({ host, token, authorizer: name });
  const site = scenario === undefined ? undefined : await serveDemoSite();
  const local = openServices(options, site);
  const server = createServer({ keepAliveTimeout: IDLE_CONNECTION_MS });
  let url = '';
  const secret = await local.services.settings.session_id_secret();
  const services = apiServices(local, name, { secret, url: () => `${requestOrigin() ?? url}${UPLOADS_PATH}` });
  const authorizer = await createLocalAuthorizer(name, secret, services.clock.now);
  repairOnEnd(local);
  const page = createConsole(consoleSettings({ scenario, token, authorizer: name }));
  const access = { host, token };
  const parts = { uploads: services.uploads, logger: services.logger, authorizer, access, console: page };
  server.on(
    'request',
    requestListener({ ...parts, router: createRouter(services), interject: interjectionsOf(scenario) }),
  );
  const close = (): Promise<void> => closeAll(server, local, site);
  try {
    url = urlOf(host, await listen(server, host, port));
    return { url, resumed: await takeUpRuns(local), credentials: authorizer?.credentials ?? {}, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function assertGuarded({ host, token, authorizer }: Pick<LocalServerOptions, 'host' | 'token' | 'authorizer'>): void {
  if (token && authorizer !== 'none') {
    throw new ConfigurationError('A token and an authorizer would both read the header Authorization.', {
      remedy: 'Name one of --token and --authorizer.',
    });
  }
  if (!isLoopback(host) && !token && authorizer === 'none') {
    throw new ConfigurationError(`${host} can be reached by others, and nobody would have to sign in.`, {
      remedy: 'Name a secret with --token that callers send as a bearer token, or leave --host out.',
    });
  }
}

function openServices(
  { data, allow_hosts, scenario, parts }: LocalServerOptions,
  site: DemoSite | undefined,
): LocalServices {
  const limits = { max_concurrent_runs: MAX_RUNS_UNDER_WAY, ...parts?.limits };
  if (scenario === undefined || site === undefined) return openLocalServices({ ...parts, limits, data, allow_hosts });
  return openLocalServices({
    ...parts,
    limits,
    data,
    allow_hosts: [...allow_hosts, site.host],
    adapt: (steps) => withScenario(steps, scenario, site.url),
  });
}

function apiServices(
  { services }: LocalServices,
  authorizer: Authorizer,
  forms: { readonly secret: string; readonly url: () => string },
) {
  const { artifacts, clock } = services;
  const uploads = createLocalDocumentUploads({ artifacts, clock, ...forms });
  return { ...services, uploads, authorizer };
}

async function closeAll(server: Server, local: LocalServices, site: DemoSite | undefined): Promise<void> {
  if (server.listening) {
    const closed = once(server, 'close');
    server.close();
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), CLOSING_GRACE_MS);
    await closed;
    clearTimeout(patience);
  }
  await local.close();
  await site?.close();
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
