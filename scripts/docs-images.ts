import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser } from '../services/website/browser/find-browser.ts';

/** Where the pictures of docs/console.md lie. */
const FOLDER = 'docs/images';

/** Largest picture, in bytes: they are part of every clone. */
const MAX_IMAGE_BYTES = 250_000;

const RESUME = 'local/demo/documents/resume.pdf';

const WIDE: BrowserContextOptions = { viewport: { width: 1_200, height: 860 }, locale: 'en-US' };
const NARROW: BrowserContextOptions = { viewport: { width: 320, height: 640 }, locale: 'en-US', deviceScaleFactor: 2 };

/** Serves the API with slow steps in a process of its own, and gives its address. */
async function serve(folder: string): Promise<{ url: string; stop: () => void }> {
  const words = ['local/cli/main.ts', 'serve', '--scenario', 'slow', '--port', '0', '--data-dir', folder];
  const server = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: server.stdout }), 'line');
  const url = /http:\/\/\S+/.exec(String(line))?.[0];
  if (url === undefined) throw new Error(`The server said no address but: ${line}`);
  return { url, stop: () => server.kill() };
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(FOLDER, `console-${name}.png`);
  // Times differ from picture to picture; that the cursor blinks should not.
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = statSync(path);
  if (size > MAX_IMAGE_BYTES)
    throw new RangeError(`${path} has ${size} bytes, above ${MAX_IMAGE_BYTES}: take less of the page.`);
  console.log(`${path}: ${Math.round(size / 1_000)} KB`);
}

async function takeAll(url: string, open: (options: BrowserContextOptions) => Promise<Page>): Promise<void> {
  const page = await open(WIDE);
  await page.goto(url);
  await page.getByRole('button', { name: 'Fill in the example' }).click();
  await page.getByLabel(/^Your resume/).setInputFiles(RESUME);
  await page.setViewportSize({ width: 880, height: 1_010 });
  await take(page, 'form');
  await page.setViewportSize({ width: 1_200, height: 860 });
  await page.getByRole('button', { name: 'Make the brief' }).click();
  await page.locator('.graph .node.is-running', { hasText: 'AnalyzeWithComprehend' }).waitFor();
  await take(page, 'run');
  const brief = page.getByRole('article', { name: /Interview brief/ });
  await brief.waitFor();
  const address = page.url();
  const [dark, narrow] = [await open({ ...WIDE, colorScheme: 'dark' }), await open(NARROW)];
  for (const [view, name, marker] of [
    [dark, 'brief-dark', /^Source D1/],
    [narrow, 'narrow', /^Source W2/],
  ] as const) {
    await view.goto(address);
    await view.getByRole('button', { name: marker }).first().click();
    await view.getByRole('dialog').waitFor();
    await take(view, name);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'docs-images-'));
mkdirSync(FOLDER, { recursive: true });
const { url, stop } = await serve(folder);
const browser = await chromium.launch({
  executablePath: findBrowser(process.env),
  // Chromium does not run as root with its sandbox.
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  await takeAll(url, async (options) => (await browser.newContext(options)).newPage());
} finally {
  await browser.close();
  stop();
  rmSync(folder, { recursive: true, force: true });
}
