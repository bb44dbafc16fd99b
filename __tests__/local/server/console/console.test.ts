import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { consoleModules } from '../../../../local/server/console/console-modules.ts';
import { stateMachineTemplate } from '../../../../statemachine/render.ts';
import { localApi, runsFolder } from '../../../support/local-api.ts';

const { server } = await localApi({ scenario: 'degraded' });
const guarded = await localApi({ token: 'secret-1' });

async function page(url: string): Promise<string> {
  return (await fetch(url)).text();
}

describe('the console', () => {
  it('is served at / with a policy that runs its own modules and nothing else', async () => {
    // Act
    const response = await fetch(`${server.url}/`);
    const policy = response.headers.get('content-security-policy') ?? '';

    // Assess
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
    });
  });

  it('has neither script nor style in its markup, and loads nothing from elsewhere', async () => {
    // Act
    const markup = await page(`${server.url}/`);

    // Assess
    expect(markup).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=|\sstyle=|javascript:|https?:\/\//i);
    expect([...markup.matchAll(/(?:src|href)="(?<path>[^"]*)"/g)].map(({ groups }) => groups?.path)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^(?!#|\/console\/)/)]),
    );
  });

  it('serves everything that its page names, as what it is', async () => {
    // Prepare
    const markup = await page(`${server.url}/`);
    const paths = [...markup.matchAll(/(?:src|href)="(?<path>\/console\/[^"]*)"/g)].map(
      ({ groups }) => groups?.path ?? '',
    );

    // Act
    const answers = await Promise.all(paths.map((path) => fetch(`${server.url}${path}`)));

    // Assess
    expect(paths.length).toBeGreaterThan(30);
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 200));
    expect(new Set(answers.map(({ headers }) => headers.get('content-type')))).toEqual(
      new Set(['image/svg+xml; charset=utf-8', 'text/css; charset=utf-8', 'text/javascript; charset=utf-8']),
    );
    for (const answer of answers) expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('draws the very state machine that runs, and knows the scenario and the types of documents', async () => {
    // Act
    const [machine, settings] = await Promise.all(
      ['state-machine', 'settings'].map(async (name) => (await fetch(`${server.url}/console/${name}.json`)).json()),
    );

    // Assess
    expect(machine).toEqual(JSON.parse(stateMachineTemplate()));
    expect(settings).toMatchObject({
      scenario: 'degraded',
      sign_in: 'none',
      media_types: { 'application/pdf': 'pdf' },
    });
  });

  it('answers a browser that has a file already with 304', async () => {
    // Prepare
    const first = await fetch(`${server.url}/console/styles/tokens.css`);

    // Act
    const second = await fetch(`${server.url}/console/styles/tokens.css`, {
      headers: { 'if-none-match': first.headers.get('etag') ?? '' },
    });

    // Assess
    expect([first.headers.get('cache-control'), second.status]).toEqual(['private, no-cache', 304]);
  });

  it.each([
    '/console/',
    '/console/local/server/local-server.ts',
    '/console/..%2fpackage.json',
    '/console/package.json',
    '/console/index.html',
  ])('has nothing at %s', async (path) => {
    // Act
    const response = await fetch(`${server.url}${path}`);

    // Assess
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});

describe('the console of a server with a token', () => {
  it('loads without it, because it asks for it, and does not tell it', async () => {
    // Act
    const [markup, settings, runs] = await Promise.all([
      fetch(`${guarded.server.url}/`),
      page(`${guarded.server.url}/console/settings.json`),
      fetch(`${guarded.server.url}/pipeline`),
    ]);

    // Assess
    expect([markup.status, runs.status]).toEqual([200, 401]);
    expect(JSON.parse(settings)).toMatchObject({ sign_in: 'token' });
    expect(`${await markup.text()}${settings}`).not.toContain('secret-1');
  });

  it('has uploads sent to the name under which it was reached, so that they stay within its origin', async () => {
    // Prepare
    const { port } = new URL(guarded.server.url);
    const body = JSON.stringify({
      file_name: 'a.txt',
      purpose: 'other',
      media_type: 'text/plain',
      bytes: 1,
      sha256: 'a'.repeat(64),
    });
    const headers = { 'content-type': 'application/json', authorization: 'Bearer secret-1' };

    // Act
    const granted = await fetch(`http://localhost:${port}/documents`, { method: 'POST', headers, body });

    // Assess
    expect(await granted.json()).toMatchObject({ upload: { url: `http://localhost:${port}/uploads` } });
  });
});

it('gives a browser no module that needs a package', async () => {
  // Prepare
  const folder = await runsFolder();
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page/main.ts'), "import { z } from 'zod';\nexport const shape: unknown = z;\n");

  // Act
  const modules = (): unknown => consoleModules('page/main.ts', pathToFileURL(`${folder}/`));

  // Assess
  expect(modules).toThrow('page/main.ts imports zod');
});
