import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { launchBrowser } from '../../../services/website/browser/browser-process.ts';
import { prepareBrowser } from '../../../services/website/browser/browser-renderer.ts';
import { findBrowser } from '../../../services/website/browser/find-browser.ts';
import type { OpenRenderer } from '../../../services/website/browser/page-renderer.ts';
import type { WebsiteContent } from '../../../services/website/website-reader.ts';
import type { Scenario, WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { html, redirect, serveScenario, text } from '../../fixtures/wild-web/wild-server.ts';
import { pathsOf, readSite, rejectionOf } from '../../services/website/read-site.ts';
import { attackingSite, DRAWN_TEXT, json, SHOW_TEXT, script, shell } from './script-site.ts';

let openRenderer: OpenRenderer;
const open: WildSite[] = [];

beforeAll(async () => {
  openRenderer = await prepareBrowser(process.env);
}, 60_000);

afterEach(async () => {
  await Promise.all(open.splice(0).map((site) => site.close()));
});

async function serve(scenario: Scenario): Promise<WildSite> {
  const site = await serveScenario(scenario);
  open.push(site);
  return site;
}

function textOf({ pages }: WebsiteContent): string {
  return pages.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n');
}

describe('a page that is built by scripts', () => {
  it('is read as the browser shows it, and followed, with each script asked for once', async () => {
    // Prepare: one application for all pages, which asks an interface for what it shows.
    const pages: Readonly<Record<string, readonly [string, string]>> = {
      '/': ['Brightwell Instruments', 'We make flow meters for rivers and harbors, and have done so since 1987.'],
      '/about': ['About us', 'Sixty people in Odense design, build and test every meter that leaves the house.'],
      '/careers': ['Careers', 'We look for a firmware engineer who likes to measure water in all weathers.'],
    };
    const app = script(`fetch('/data' + location.pathname).then((answer) => answer.json()).then(([title, text]) => {
      document.title = title;
      document.getElementById('root').innerHTML = '<nav><a href="/about">About us</a> <a href="/careers">Careers</a></nav><main><h1>' + title + '</h1><p>' + text + '</p></main>';
    });`);
    const site = await serve((path) => {
      if (path === '/app.js') return app;
      if (path.startsWith('/data/')) return json(pages[path.slice('/data'.length)]);
      return pages[path] === undefined ? undefined : shell();
    });

    // Act
    const content = await readSite(site, {}, { openRenderer });

    // Assess
    expect(content.pages.map(({ page_kind, title }) => [page_kind, title])).toEqual([
      ['home', 'Brightwell Instruments'],
      ['about', 'About us'],
      ['careers', 'Careers'],
    ]);
    expect(textOf(content)).toContain(pages['/careers']?.[1]);
    expect(content.pages[0]?.warnings).toEqual([expect.stringMatching(/its scripts run; it was drawn in \S+\/\d+/)]);
    expect(site.paths.filter((path) => path === '/app.js')).toHaveLength(1);
    expect(content.requests).toEqual({ [site.host]: site.paths.length });
  });

  it('keeps apart what linked style sheets and scripts hide, and takes shadow trees in', async () => {
    // Prepare
    const body = `document.getElementById('root').innerHTML = '<h1>About us</h1><p>${DRAWN_TEXT}</p>'
      + '<p class="gone">Hidden by a sheet.</p><p class="tiny">Too small to read.</p><p class="off">Beside the screen.</p>'
      + '<div class="paper"><p class="paper-white">White on white.</p></div><p class="clear">Faded for good.</p><div id="host"><b slot="x">put in</b></div>';
      document.getElementById('host').attachShadow({mode: 'open'}).innerHTML = '<p>From the shadow, <slot name="x"></slot>.</p>';`;
    const sheet = `.gone { display: none } .tiny { font-size: 1px } .off { position: absolute; left: -9999px }
      .paper { background: white } .paper-white { color: #fefefe } .clear { opacity: 0 }`;
    const site = await serve((path) => {
      if (path === '/') return shell('<link rel="stylesheet" href="/sheet.css">');
      if (path === '/sheet.css') return { headers: { 'content-type': 'text/css' }, body: sheet };
      return path === '/app.js' ? script(body) : undefined;
    });

    // Act
    const content = await readSite(site, {}, { openRenderer });

    // Assess
    expect(textOf(content)).toBe(`About us\n${DRAWN_TEXT}\nFrom the shadow, put in.`);
    expect(content.pages[0]?.hidden?.reasons.toSorted()).toEqual(
      ['color equal to background', 'display:none', 'font-size:0', 'off screen', 'opacity:0'].toSorted(),
    );
  });

  it('gets its data from an interface on another host that lets it, after redirects too', async () => {
    // Prepare
    const api = await serve((path, request) => {
      const cors = { 'access-control-allow-origin': request.headers.origin ?? '' };
      if (path === '/v1') return redirect('/v2');
      return path === '/v2' && request.headers['x-api-key'] === 'public'
        ? { headers: { 'content-type': 'application/json', ...cors }, body: JSON.stringify({ text: DRAWN_TEXT }) }
        : undefined;
    });
    const app = `fetch('${api.url}v1', {headers: {'x-api-key': 'public'}}).then((a) => a.json()).then(({text}) => {
      document.getElementById('root').innerHTML = '<h1>About us</h1><p>' + text + '</p>'; });`;
    const site = await serve((path) => (path === '/' ? shell() : path === '/app.js' ? script(app) : undefined));

    // Act
    const content = await readSite(site, {}, { openRenderer, allow_hosts: [site.host, api.host] });

    // Assess
    expect(textOf(content)).toContain(DRAWN_TEXT);
  });

  it('asks its own host for nothing that robots.txt closes', async () => {
    // Prepare
    const closed = `fetch('/private/data.json').catch(() => {});`;
    const site = await serve(
      attackingSite(closed, (path) =>
        path === '/robots.txt' ? text('User-agent: *\nDisallow: /private/\n') : undefined,
      ),
    );

    // Act
    const content = await readSite(site, {}, { openRenderer });

    // Assess
    expect(textOf(content)).toContain(DRAWN_TEXT);
    expect(site.paths).not.toContain('/private/data.json');
  });

  it('has a hundred requests and no more, and none that never ends', async () => {
    // Prepare
    const greedy = `for (let n = 0; n < 300; n += 1) fetch('/data/' + n).catch(() => {}); fetch('/drip').catch(() => {});`;
    const site = await serve(
      attackingSite(greedy, (path) =>
        path === '/drip' ? { body: (response) => void response.write('.') } : json({ path }),
      ),
    );

    // Act
    const content = await readSite(site, {}, { openRenderer, request_timeout_milliseconds: 2_000 });

    // Assess
    expect(textOf(content)).toContain(DRAWN_TEXT);
    expect(site.paths.length).toBeLessThan(110);
  });

  it('is a gap that says so when its script never ends', async () => {
    // Prepare
    const site = await serve((path) => (path === '/' ? shell() : path === '/app.js' ? script('for (;;);') : undefined));

    // Act
    const error = await rejectionOf(readSite(site, { deadline: new Date(Date.now() + 60_000) }, { openRenderer }));

    // Assess
    expect(error.name).toBe('SiteUnavailableError');
    expect(error.message).toMatch(/built by scripts.*a browser did not help: .* did not answer/);
  });

  it('is ended with the run', async () => {
    // Prepare: the page never comes to rest.
    const site = await serve(attackingSite(`setInterval(() => fetch('/tick').catch(() => {}), 100);`, () => json(1)));

    // Act
    const error = await rejectionOf(readSite(site, { deadline: new Date(Date.now() + 4_000) }, { openRenderer }));

    // Assess
    expect(error.message).toContain('before the deadline');
  });
});

describe('the browser', () => {
  it('is not started for a page that shows its text without scripts', async () => {
    // Prepare
    const site = await serve((path) => {
      if (path === '/')
        return html(`<title>About</title><h1>About us</h1><p>${DRAWN_TEXT}</p><script src="/app.js"></script>`);
      return path === '/app.js' ? script(SHOW_TEXT) : undefined;
    });

    // Act
    const content = await readSite(site, {}, { openRenderer });

    // Assess
    expect(pathsOf(content)).toEqual(['/']);
    expect(site.paths).not.toContain('/app.js');
  });

  it('leaves no process and no file behind', async () => {
    // Prepare
    const folder = mkdtempSync(join(tmpdir(), 'browser-test-'));

    // Act
    const browser = await launchBrowser(findBrowser(process.env), folder);
    const during = readdirSync(folder);
    await browser.close();
    const after = readdirSync(folder);
    const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    // Assess
    expect(browser.version).toMatch(/^\S+\/\d+/);
    expect(during).toEqual([expect.stringMatching(/^interview-brief-browser-/)]);
    expect(after).toEqual([]);
    expect(processes).not.toContain(folder);
  });
});
