import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { BROWSER_VARIABLE, findBrowser } from '../../../services/website/browser/find-browser.ts';
import { localApi } from '../../support/local-api.ts';

/** Chromium does not run as root with its sandbox. */
const ARGUMENTS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Milliseconds that something on the page may take: a run takes seconds, on a machine that is busy many times that. */
const PATIENCE_MS = 90_000;

const REPORT_VIOLATIONS =
  "addEventListener('securitypolicyviolation', (event) => reportViolation(`policy: ${event.violatedDirective} ${event.blockedURI}`));";

/** The Chromium or Chrome of this machine. Throws, with what to do, where there is none: these tests fail then, they are not skipped. */
function installedBrowser(): string {
  try {
    return findBrowser(process.env);
  } catch (cause) {
    throw new Error(
      `There is no browser, so nothing was tested. Install Chromium (on Debian: apt-get install chromium), or name it with ${BROWSER_VARIABLE}.`,
      { cause },
    );
  }
}

let browser: Browser;
const closers: (() => Promise<void>)[] = [];
let faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: installedBrowser(), args: ARGUMENTS });
});

afterEach(async () => {
  const found = faults;
  faults = [];
  for (const close of closers.splice(0)) await close();
  // Every test is one of the policy too: nothing was blocked, nothing was thrown, nothing asked.
  expect(found).toEqual([]);
});

afterAll(async () => {
  await browser.close();
});

/** A server and a page on its console. */
export interface ConsolePage {
  readonly url: string;
  readonly page: Page;
}

/** Opens the console of a new server. The test fails afterwards when the page threw, logged an error, opened a dialog or met its policy. */
export async function openConsole(
  server: Parameters<typeof localApi>[0] = { scenario: 'ok' },
  context: BrowserContextOptions = {},
  fragment = '#/',
): Promise<ConsolePage> {
  const { url } = (await localApi(server)).server;
  return { url, page: await openPage(`${url}/${fragment}`, context) };
}

/** Opens an address in a browser that has seen nothing yet. */
export async function openPage(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 }, locale: 'en-US', ...options });
  closers.push(() => context.close());
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.exposeFunction('reportViolation', (text: string) => faults.push(text));
  await page.addInitScript({ content: REPORT_VIOLATIONS });
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    // Chromium writes a line for every answer that is an error; those are what some tests are about.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.push(`console: ${message.text()}`);
  });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
}

/** Fills in what a run needs, with a resume when one is given, and starts it with the mouse. */
export async function startRun(
  page: Page,
  more: { readonly resume?: string; readonly company?: string } = {},
): Promise<void> {
  await page.getByLabel('Company').fill(more.company ?? 'Kindlewater');
  await page.getByLabel('Web address').fill('kindlewater.example');
  if (more.resume) await page.getByLabel(/^Your resume/).setInputFiles(more.resume);
  await page.getByRole('button', { name: 'Make the brief' }).click();
}

/** Stops the run that the page shows, so that nothing of it goes on after the test. */
export async function stopRun(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('The run was stopped.').first().waitFor();
}

/** Waits until the page shows a brief. */
export async function waitForBrief(page: Page): Promise<void> {
  await page.getByRole('article', { name: /Interview brief/ }).waitFor();
}

/** The runs that a server has. */
export async function runsOf(url: string): Promise<readonly unknown[]> {
  const { runs } = (await (await fetch(`${url}/pipeline`)).json()) as { readonly runs: readonly unknown[] };
  return runs;
}
