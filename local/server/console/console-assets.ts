import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { ApiEvent, ApiResponse } from '../../../handlers/http/api-event.ts';
import { unlessUnchanged } from '../../../handlers/http/responses.ts';
import { stateMachineTemplate } from '../../../statemachine/render.ts';
import type { ConsoleSettings } from '../../console/model/settings.ts';
import { CONSOLE_HEADERS } from './console-headers.ts';
import type { ConsoleModule } from './console-modules.ts';
import { consoleModules } from './console-modules.ts';

/** Where the page is served; everything that it loads lies below {@link ASSETS_PATH}. */
const PAGE_PATH = '/';
const ASSETS_PATH = '/console/';

/** The folder of the program: a clone, or `dist` of an installed package. */
const ROOT = new URL('../../../', import.meta.url);
const CONSOLE = new URL('local/console/', ROOT);

/** Modules are TypeScript in a clone and JavaScript in a package, as this file is. */
const ENTRY = `local/console/page/main${extname(import.meta.url)}`;

/** Where the template of the page has its modules. */
const MODULES_PLACE = '<!-- modules -->';

/** The order counts: later sheets build on the tokens of the first. */
const STYLE_SHEETS = ['tokens', 'layout', 'form', 'run', 'brief', 'print'].map((name) => `${name}.css`);

interface Asset {
  readonly type: string;
  readonly body: string;
}

/** Answers for the page and what it loads; undefined for every other path. */
export type ConsoleAnswers = (
  request: Pick<ApiEvent, 'headers'>,
  method: string,
  path: string,
) => ApiResponse | undefined;

/** Makes the answers of the console. Files are read at the first request, so that a server that nobody looks at has no work of it. */
export function createConsole(settings: ConsoleSettings): ConsoleAnswers {
  let assets: ReadonlyMap<string, Asset> | undefined;
  return (request, method, path) => {
    if (method !== 'GET' || !isConsolePath(path)) return undefined;
    assets ??= readAssets(settings);
    const asset = assets.get(path);
    return asset && unlessUnchanged(request, responseOf(asset));
  };
}

/** Whether a path belongs to the console, which tells nothing of anybody's runs: no token is needed to load it. */
export function isConsolePath(path: string): boolean {
  return path === PAGE_PATH || path.startsWith(ASSETS_PATH);
}

function responseOf({ type, body }: Asset): ApiResponse {
  return { statusCode: 200, headers: { ...CONSOLE_HEADERS, 'content-type': type }, body };
}

function readAssets(settings: ConsoleSettings): ReadonlyMap<string, Asset> {
  const modules = consoleModules(ENTRY, ROOT);
  const code = modules.map(({ path, code: body }) => asset(path, 'text/javascript', body));
  const styles = STYLE_SHEETS.map((name) => asset(`styles/${name}`, 'text/css', read(`styles/${name}`)));
  return new Map([
    [PAGE_PATH, { type: typeOf('text/html'), body: pageWith(modules) }],
    ...code,
    ...styles,
    asset('icon.svg', 'image/svg+xml', read('icon.svg')),
    asset('settings.json', 'application/json', JSON.stringify(settings)),
    asset('state-machine.json', 'application/json', stateMachineTemplate()),
  ]);
}

function asset(path: string, type: string, body: string): [string, Asset] {
  return [`${ASSETS_PATH}${path}`, { type: typeOf(type), body }];
}

function typeOf(type: string): string {
  return type === 'application/json' ? type : `${type}; charset=utf-8`;
}

function read(path: string): string {
  return readFileSync(new URL(path, CONSOLE), 'utf8');
}

/** The browser is told of all modules at once, or it would find out import by import. */
function pageWith(modules: readonly ConsoleModule[]): string {
  const [entry, ...others] = modules;
  const lines = [
    ...others.map(({ path }) => `<link rel="modulepreload" href="${ASSETS_PATH}${path}">`),
    `<script type="module" src="${ASSETS_PATH}${entry?.path}"></script>`,
  ];
  return read('index.html').replace(MODULES_PLACE, lines.join('\n    '));
}
