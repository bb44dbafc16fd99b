import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openConsole, waitForBrief } from './console-page.ts';

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';
const ESCAPED = MARKUP.replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const PAGE = `<!doctype html><html lang="en"><head><title>Evil ${ESCAPED} Works</title>
<meta name="description" content="Evil Works builds pumps for breweries."></head><body><main>
<h1>About Evil Works ${ESCAPED}</h1>
<p>Evil Works builds ${ESCAPED} pumps for breweries in nine countries and was founded in 2014.</p>
<p>Our values: we answer ${ESCAPED} every letter within a day, and we repair what we sell.</p>
<p><a href="javascript:window.hacked=3">javascript:window.hacked=3</a> is where Evil Works explains how the pumps are made.</p>
<p>We use PostgreSQL and Kafka ${ESCAPED} for everything that our pumps report to us at night.</p>
</main></body></html>`;

let site: Server;
let host = '';
beforeAll(async () => {
  site = createServer((request, response) => {
    const isPage = request.url === '/';
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(isPage ? PAGE : 'Not found');
  });
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
});
afterAll(() => {
  site.close();
});

it('runs nothing of what a source, a file name or a company says, and shows it as text', async () => {
  // Prepare
  const { page } = await openConsole({ allow_hosts: [host] });
  const file = {
    name: `${MARKUP.replaceAll('/', '')}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`Requirements\n\n- PostgreSQL ${MARKUP}\n- Kafka`),
  };

  // Act
  await page.getByLabel('Company').fill(`Evil ${MARKUP}`);
  await page.getByLabel('Web address').fill(`http://${host}/`);
  await page.getByLabel(/^Job description as a file/).setInputFiles(file);
  await page.getByRole('button', { name: 'Make the brief' }).click();
  await waitForBrief(page);
  await page.getByText('How it was made').first().click();
  for (const marker of await page.locator('.cite').all()) {
    await marker.click();
    await page.keyboard.press('Escape');
  }
  const inside: { hacked?: number; foreign: number; links: string[]; text: string } = await page.evaluate(`({
    hacked: window.hacked,
    foreign: document.querySelectorAll('main img, main script, main iframe, main [onerror], main [style]:not(.citation)').length,
    links: [...document.querySelectorAll('a')].map((link) => link.protocol).filter((protocol) => protocol !== 'http:'),
    text: document.querySelector('main').textContent,
  })`);
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('list', { name: 'Runs, newest first' }).getByRole('link').waitFor();

  // Assess
  expect(inside).toMatchObject({ hacked: undefined, foreign: 0, links: [] });
  expect(inside.text.split('<script>window.hacked=2</script>').length).toBeGreaterThan(2);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Runs');
});
