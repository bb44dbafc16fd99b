import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Brief } from '../../../contracts/index.ts';
import { openConsole, runsOf, startRun, waitForBrief } from './console-page.ts';

const RESUME = 'local/demo/documents/resume.pdf';

async function downloaded(page: Page, form: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Download ${form}` }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

it('makes a brief by mouse: form, upload, graph, sources, quotes, downloads', async () => {
  // Prepare
  const { page } = await openConsole();

  // Act
  await startRun(page, { resume: RESUME });
  await page.getByRole('row', { name: /ScrapeCompany/ }).waitFor();
  await waitForBrief(page);
  const marker = page.getByRole('button', { name: /^Source D1/ }).first();
  await marker.hover();
  const hovered = await page.getByRole('dialog').innerText();
  await marker.click();
  const quoted = page.getByRole('dialog');
  const words = await quoted.locator('mark').first().innerText();
  const pinned = await quoted.isVisible();
  await marker.click();
  const files = [await downloaded(page, 'Markdown'), await downloaded(page, 'HTML'), await downloaded(page, 'JSON')];
  await page.getByText('How it was made').first().click();

  // Assess
  expect(hovered).toContain(words);
  expect([pinned, await quoted.isVisible()]).toEqual([true, false]);
  const brief = Brief.parse(JSON.parse(files[2]?.text ?? ''));
  expect(
    brief.sections.flatMap(({ claims }) => claims.flatMap(({ citations }) => citations.map(({ quote }) => quote))),
  ).toContain(words);
  expect(files.map(({ name }) => name)).toEqual([
    'interview-brief-kindlewater.md',
    'interview-brief-kindlewater.html',
    'interview-brief-kindlewater.json',
  ]);
  expect(files[0]?.text).toContain('# Kindlewater');
  expect(files[1]?.text).toContain('<!doctype html>');
  expect(await page.getByRole('link', { name: 'About Kindlewater' }).count()).toBeGreaterThan(0);
  expect(await page.locator('.read > li').count()).toBe(brief.sources.length);
  expect(await page.locator('.graph .node.is-done').count()).toBeGreaterThan(8);
  expect(await page.title()).toBe('Done: Kindlewater · Interview briefs');
});

const FOCUSED_NAME = `(() => {
  const focused = document.activeElement;
  return focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
})()`;

/** Presses Tab until something with the name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed += 1) {
    await page.keyboard.press('Tab');
    const focused: string = await page.evaluate(FOCUSED_NAME);
    if (name.test(focused)) return;
  }
  throw new Error(`Tab does not lead to ${name}.`);
}

it('makes a brief by keyboard alone, and leads the focus', async () => {
  // Prepare
  const { page } = await openConsole();

  // Act
  await tabTo(page, /^Company/);
  await page.keyboard.type('Kindlewater');
  await tabTo(page, /^Web address/);
  await page.keyboard.type('kindlewater.example');
  await tabTo(page, /^Role/);
  await page.keyboard.type('Engineer');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Kindlewater' }).waitFor();
  const led = await page.evaluate('document.activeElement?.id');
  await waitForBrief(page);
  await tabTo(page, /^Source W1/);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const inside = await page.evaluate("document.activeElement?.getAttribute('rel')");
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  const back = await page.evaluate("document.activeElement?.getAttribute('aria-label')");

  // Assess
  expect(led).toBe('title');
  expect(inside).toBe('noopener noreferrer');
  expect(back).toMatch(/^Source W1/);
});

it('skips to the content, and says aloud what happens', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'ok' });
  await page.evaluate(`
    globalThis.said = [];
    const live = document.getElementById('announcements');
    new MutationObserver(() => said.push(live.textContent)).observe(live, { childList: true });
  `);

  // Act
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const skipped = await page.evaluate('document.activeElement?.id');
  await startRun(page);
  await waitForBrief(page);
  await page.locator('#announcements', { hasText: 'The brief is there.' }).waitFor({ state: 'attached' });
  const said: string[] = await page.evaluate('said');

  // Assess
  expect(skipped).toBe('main');
  expect(said[0]).toBe('The brief is being made.');
  expect(said.join('\n')).toMatch(/GenerateBrief: done in .*, \d+ statements/);
});

it('starts one run for a double click, and takes dropped files', async () => {
  // Prepare
  const { page, url } = await openConsole();
  await page.getByLabel('Company').fill('Kindlewater');
  await page.getByLabel('Web address').fill('kindlewater.example');

  // Act
  const dropped = await page.evaluateHandle(`(() => {
    const data = new DataTransfer();
    data.items.add(new File(['You know Kafka and PostgreSQL.'], 'job.md'));
    return data;
  })()`);
  await page
    .locator('.drop', { hasText: 'Job description as a file' })
    .dispatchEvent('drop', { dataTransfer: dropped });
  await page.getByText('job.md', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Make the brief' }).dblclick();
  await waitForBrief(page);
  const runs = await runsOf(url);

  // Assess
  expect(runs).toHaveLength(1);
  expect(await page.locator('.read > li', { hasText: 'job.md' }).count()).toBe(1);
});
