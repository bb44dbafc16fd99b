import { createSocket } from 'node:dgram';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { prepareBrowser } from '../../../services/website/browser/browser-renderer.ts';
import type { OpenRenderer } from '../../../services/website/browser/page-renderer.ts';
import type { Scenario } from '../../fixtures/wild-web/wild-server.ts';
import { redirect, serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { readSite } from '../../services/website/read-site.ts';
import { ATTACKS } from './attacks.ts';
import type { Trap } from './script-site.ts';
import { attackingSite, DRAWN_TEXT, script, setTrap } from './script-site.ts';

let openRenderer: OpenRenderer;
let trap: Trap;

beforeAll(async () => {
  openRenderer = await prepareBrowser(process.env);
  trap = await setTrap();
}, 60_000);

afterAll(() => trap.close());

/** Reads a site of one page with the browser; gives its text and what the site was asked for. */
async function draw(scenario: Scenario, resolve?: () => Promise<string[]>) {
  const site = await serveScenario(scenario);
  try {
    const content = await readSite(site, {}, { openRenderer, ...(resolve && { resolve }) });
    const text = content.pages.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n');
    return { text, asked: site.requests.map(({ method, url }) => `${method} ${url}`), requests: content.requests };
  } finally {
    await site.close();
  }
}

describe('the trap', () => {
  it('catches what comes, over TCP and UDP', async () => {
    // Act
    await fetch(`http://127.0.0.1:${trap.port}/`, { signal: AbortSignal.timeout(300) }).catch(() => undefined);
    const socket = createSocket('udp4');
    await new Promise((resolve) => socket.send('hello', trap.port, '127.0.0.1', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.close();

    // Assess
    expect(trap.caught()).toEqual(
      expect.arrayContaining(['a connection', expect.stringMatching(/^GET/), 'a packet of 5 bytes']),
    );
  });
});

describe('a page drawn in the browser', () => {
  it.each(Object.entries(ATTACKS))('reaches nothing on this machine with %s', async (_name, attack) => {
    // Prepare
    const aimed = attack.replaceAll('HOST', '127.0.0.1').replaceAll('PORT', String(trap.port));
    const worker = aimed.includes('service-worker')
      ? script(`fetch('http://127.0.0.1:${trap.port}/service-worker'); addEventListener('fetch', () => {});`)
      : undefined;

    // Act
    const { text, requests } = await draw(
      attackingSite(aimed, (path) => (path === '/service-worker.js' ? worker : undefined)),
    );

    // Assess
    expect(text).toContain(DRAWN_TEXT);
    expect(trap.caught()).toEqual([]);
    expect(Object.keys(requests)).toHaveLength(1);
  });

  it('reaches no name that leads to this machine, and no metadata service', async () => {
    // Prepare: every name leads to this machine, as a rebinding server would answer.
    const targets = [
      `http://inside.example:${trap.port}/`,
      `http://localhost:${trap.port}/`,
      'http://169.254.169.254/',
    ];
    const attack = targets.map((url) => `fetch('${url}', {mode: 'no-cors'}).catch(() => {});`).join('\n');

    // Act
    const { text, requests } = await draw(attackingSite(attack), async () => ['127.0.0.1']);

    // Assess
    expect(text).toContain(DRAWN_TEXT);
    expect(trap.caught()).toEqual([]);
    expect(Object.keys(requests)).toHaveLength(1);
  });

  it('is not led there by a redirect of its own site, as data, script or page', async () => {
    // Prepare
    const attack = `fetch('/redirect').catch(() => {}); import('/redirect').catch(() => {});
      setTimeout(() => { location.href = '/redirect'; }, 50);`;
    const redirecting: Scenario = (path) =>
      path === '/redirect' ? redirect(`http://127.0.0.1:${trap.port}/redirected`) : undefined;

    // Act
    const { asked } = await draw(attackingSite(attack, redirecting));

    // Assess
    expect(asked).toContain('GET /redirect');
    expect(trap.caught()).toEqual([]);
  });

  it('sends nothing but GET, no cookie, and says who reads', async () => {
    // Prepare
    const attack = `document.cookie = 'a=b'; localStorage.x = 1;
      fetch('/form', {method: 'POST', body: 'x'}).catch(() => {}); fetch('/data', {credentials: 'include'}).catch(() => {});`;
    const site = await serveScenario(attackingSite(attack));

    // Act
    await readSite(site, {}, { openRenderer });
    const seen = site.requests.map(({ method, url, headers }) => ({ method, url, headers }));
    await site.close();

    // Assess
    expect(seen.map(({ url }) => url)).toContain('/data');
    expect(seen.every(({ method }) => method === 'GET')).toBe(true);
    expect(seen.filter(({ headers }) => headers.cookie !== undefined)).toEqual([]);
    expect(new Set(seen.map(({ headers }) => headers['user-agent']))).toEqual(
      new Set(['InterviewIntelligencePipeline/0.1']),
    );
  });
});
