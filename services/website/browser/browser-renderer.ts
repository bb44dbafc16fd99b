import pLimit from 'p-limit';
import { PipelineError, SiteUnavailableError } from '../../../contracts/index.ts';
import type { Environment } from '../../environment.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import type { BrowserProcess } from './browser-process.ts';
import { launchBrowser } from './browser-process.ts';
import { BrowserFailure } from './cdp-connection.ts';
import { drawPage } from './draw-page.ts';
import { findBrowser } from './find-browser.ts';
import { MAX_CONCURRENT_RENDERS } from './limits.ts';
import type { DrawnPage, OpenRenderer, PageRenderer, RunRequests } from './page-renderer.ts';
import { SharedAnswers } from './shared-answers.ts';

const SAVE_IT =
  'Open the page in a browser, save it and give it with --document saved.html, or name another page with --also URL.';

/** Draws pages in a browser that is started when the first page needs it. */
class BrowserRenderer implements PageRenderer {
  readonly #program: string;
  readonly #requests: RunRequests;
  readonly #limit = pLimit(MAX_CONCURRENT_RENDERS);
  readonly #shared = new SharedAnswers();
  #browser: Promise<BrowserProcess> | undefined;

  constructor(program: string, requests: RunRequests) {
    this.#program = program;
    this.#requests = requests;
  }

  draw(page: FetchedResponse, signal: AbortSignal): Promise<DrawnPage> {
    return this.#limit(async () => {
      try {
        const { connection, version } = await this.#running();
        const drawn = await drawPage(connection, page, { ...this.#requests, shared: this.#shared, signal });
        return { ...drawn, browser: version };
      } catch (error) {
        throw drawingError(page.url, error, signal);
      }
    });
  }

  /** The browser; another one in the place of one that has died. */
  async #running(): Promise<BrowserProcess> {
    const browser = await this.#browser;
    if (browser?.connection.isClosed === true) {
      await browser.close();
      this.#browser = undefined;
    }
    this.#browser ??= launchBrowser(this.#program);
    return this.#browser;
  }

  async close(): Promise<void> {
    // One that never started has nothing to close, and whoever asked it to draw was told why.
    const browser = await this.#browser?.catch(() => undefined);
    await browser?.close();
  }
}

function drawingError(url: string, error: unknown, signal: AbortSignal): unknown {
  if (error instanceof PipelineError && error.name !== 'ConfigurationError') return error;
  const isExpected = error instanceof BrowserFailure || error instanceof PipelineError || signal.aborted;
  if (!isExpected) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new SiteUnavailableError(`${url} could not be drawn in the browser: ${why}. ${SAVE_IT}`, {
    cause: error,
    remedy: SAVE_IT,
  });
}

/**
 * Finds the user's Chrome or Chromium and starts it once, so that a browser that is missing or broken shows before any work. Gives what makes renderers with it.
 *
 * @throws ConfigurationError without a browser that starts
 */
export async function prepareBrowser(environment: Environment): Promise<OpenRenderer> {
  const program = findBrowser(environment);
  const browser = await launchBrowser(program);
  await browser.close();
  return (requests) => new BrowserRenderer(program, requests);
}
