import { setTimeout as sleep } from 'node:timers/promises';
import { siteOf } from '../crawl/url-identity.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import { browserRequestOf } from './browser-request.ts';
import type { CdpConnection, CdpEvent, CdpObject } from './cdp-connection.ts';
import { asObject, BrowserFailure, textOf } from './cdp-connection.ts';
import { MAX_RENDER_MILLISECONDS, QUIET_CHECK_MILLISECONDS, QUIET_MILLISECONDS } from './limits.ts';
import { QUIET_GLOBALS } from './quiet-globals.ts';
import type { GuardedRequests } from './request-guard.ts';
import { RequestGuard } from './request-guard.ts';
import { COUNT_CHARACTERS, WRITE_DRAWN_PAGE } from './write-drawn-page.ts';

/** A page of its own in a browser, with a profile of its own (no cookies, no storage) that goes with it. */
class DrawnTab {
  readonly #connection: CdpConnection;
  readonly #guard: RequestGuard;
  readonly #page: FetchedResponse;
  readonly #signal: AbortSignal;
  #context = '';
  #target = '';
  #session = '';

  constructor(connection: CdpConnection, page: FetchedResponse, requests: GuardedRequests) {
    this.#connection = connection;
    this.#page = page;
    this.#signal = requests.signal;
    this.#guard = new RequestGuard(page, requests);
  }

  /** Opens the page with every request of it held until it is decided about. */
  async open(): Promise<void> {
    const connection = this.#connection;
    this.#context = textOf((await connection.send('Target.createBrowserContext')).browserContextId);
    const context = { browserContextId: this.#context };
    await connection.send('Browser.setDownloadBehavior', { behavior: 'deny', ...context });
    this.#target = textOf((await connection.send('Target.createTarget', { url: 'about:blank', ...context })).targetId);
    const attached = await connection.send('Target.attachToTarget', { targetId: this.#target, flatten: true });
    this.#session = textOf(attached.sessionId);
    // Workers and frames with a process of their own are held before they start, and never let go.
    await this.#send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
    await this.#send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    await this.#send('Page.enable');
    await this.#send('Page.addScriptToEvaluateOnNewDocument', { source: QUIET_GLOBALS });
  }

  /** Handles what happens in the page, and closes windows that it opens. */
  take({ method, params, sessionId }: CdpEvent): void {
    if (method === 'Target.targetCreated') this.#closePopup(asObject(params.targetInfo));
    if (sessionId !== this.#session || this.#session === '') return;
    if (method === 'Fetch.requestPaused') this.#inBackground(this.#answer(params));
    if (method === 'Page.javascriptDialogOpening')
      this.#inBackground(this.#send('Page.handleJavaScriptDialog', { accept: false }));
  }

  /** Loads the page, waits until it is quiet, and writes it out. */
  async draw(): Promise<{ readonly url: string; readonly html: string }> {
    const until = performance.now() + MAX_RENDER_MILLISECONDS;
    const { errorText } = await this.#send('Page.navigate', { url: this.#page.url });
    if (textOf(errorText) !== '') throw new BrowserFailure(`the browser says ${textOf(errorText)}`);
    await this.#waitUntilQuiet(until);
    const world = await this.#send('Page.createIsolatedWorld', { frameId: this.#target });
    const inWorld = { contextId: world.executionContextId };
    const html = textOf(await this.#evaluate(WRITE_DRAWN_PAGE, inWorld));
    const url = textOf(await this.#evaluate('location.href', inWorld));
    if (html === '') throw new BrowserFailure('the browser shows nothing');
    return { html, url: URL.canParse(url) && siteOf(url) === siteOf(this.#page.url) ? url : this.#page.url };
  }

  async close(): Promise<void> {
    if (this.#context === '') return;
    await this.#connection.send('Target.disposeBrowserContext', { browserContextId: this.#context });
  }

  #send(method: string, params: CdpObject = {}): Promise<CdpObject> {
    return this.#connection.send(method, params, this.#session);
  }

  async #evaluate(expression: string, options: CdpObject = {}): Promise<unknown> {
    const { result, exceptionDetails } = await this.#send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      ...options,
    });
    if (exceptionDetails !== undefined)
      throw new BrowserFailure(`the page cannot be written out (${JSON.stringify(exceptionDetails).slice(0, 300)})`);
    return asObject(result).value;
  }

  async #waitUntilQuiet(until: number): Promise<void> {
    let before: unknown;
    let since = performance.now();
    while (performance.now() < until) {
      await sleep(QUIET_CHECK_MILLISECONDS, undefined, { signal: this.#signal });
      const now = await this.#evaluate(COUNT_CHARACTERS);
      if (now !== before) since = performance.now();
      before = now;
      if (Math.min(this.#guard.budget.quietMilliseconds, performance.now() - since) >= QUIET_MILLISECONDS) return;
    }
  }

  async #answer(params: CdpObject): Promise<void> {
    const { command, params: answer } = await this.#guard.decide(browserRequestOf(params), this.#target);
    await this.#send(command, answer);
  }

  #closePopup({ targetId, openerId }: CdpObject): void {
    if (openerId === this.#target && this.#target !== '')
      this.#inBackground(this.#connection.send('Target.closeTarget', { targetId }));
  }

  /** A command about something that is gone meanwhile fails, and nobody waits for it. */
  #inBackground(work: Promise<unknown>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof BrowserFailure))
        this.#connection.close(`a fault while a page was drawn: ${String(error)}`);
    });
  }
}

/**
 * Draws one page in a running browser and closes it again.
 *
 * @throws BrowserFailure when the browser cannot do it or does not answer, and the reason of the signal when that ends it
 */
export async function drawPage(
  connection: CdpConnection,
  page: FetchedResponse,
  requests: GuardedRequests,
): Promise<{ readonly url: string; readonly html: string }> {
  const tab = new DrawnTab(connection, page, requests);
  const unlisten = connection.listen((event) => tab.take(event));
  try {
    await tab.open();
    return await tab.draw();
  } finally {
    unlisten();
    await tab.close().catch(() => connection.close('the browser does not let a page go'));
  }
}
