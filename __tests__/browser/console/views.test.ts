import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { executionIdOf } from '../../../contracts/index.ts';
import { LOCAL_OWNER } from '../../../handlers/http/owner.ts';
import { newSessionId } from '../../../handlers/session-ids.ts';
import { newSessionRow } from '../../../handlers/session-rows.ts';
import { runsFolder } from '../../support/local-api.ts';
import { stepServices } from '../../support/step-services.ts';
import { seriousFindings, sidewaysScroll } from './axe.ts';
import { openConsole, openPage, startRun, waitForBrief } from './console-page.ts';

const RESUME = 'local/demo/documents/resume.pdf';

/** Leads through every view and says what is found wrong with each. */
async function findingsOfViews(page: Page, look: (page: Page) => Promise<unknown>): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  found.form = await look(page);
  await page.getByText('More to read, and limits').click();
  await page.getByRole('button', { name: 'Make the brief' }).click();
  await page.getByRole('alert').filter({ hasText: 'corrected' }).waitFor();
  found['form with problems'] = await look(page);
  await startRun(page, { resume: RESUME });
  await page.getByRole('heading', { level: 1, name: 'Kindlewater' }).waitFor();
  await page.locator('.graph .node.is-done').first().waitFor();
  found.running = await look(page);
  await waitForBrief(page);
  found.brief = await look(page);
  await page
    .getByRole('button', { name: /^Source D1/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  found.quote = await look(page);
  await page.keyboard.press('Escape');
  await page.getByText('How it was made').first().click();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  found['how it was made'] = await look(page);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: /^Delete the run/ }).waitFor();
  found.question = await look(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('list', { name: 'Runs, newest first' }).getByRole('link').waitFor();
  found.runs = await look(page);
  return found;
}

const VIEWS = ['form', 'form with problems', 'running', 'brief', 'quote', 'how it was made', 'question', 'runs'];

describe.each([
  ['light and wide', {}],
  ['dark and wide', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 320, height: 640 }, hasTouch: true }],
] as const)('every view, %s', (_, context) => {
  it('has no serious finding of axe and nothing beyond its sides', async () => {
    // Prepare
    const { page } = await openConsole({ scenario: 'ok' }, { ...context, reducedMotion: 'reduce' });

    // Act
    const found = await findingsOfViews(page, async (view) => [
      await seriousFindings(view),
      await sidewaysScroll(view),
    ]);

    // Assess
    expect(found).toEqual(Object.fromEntries(VIEWS.map((view) => [view, [[], 0]])));
  });
});

it('has no serious finding on a run that failed either, and shows it with forced colors', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'failed' }, { forcedColors: 'active' });

  // Act
  await startRun(page);
  await page.getByRole('region', { name: 'The run ended without a brief' }).waitFor();

  // Assess
  expect(await seriousFindings(page)).toEqual([]);
});

it('is dark where dark is wished for', async () => {
  // Prepare
  const ground = 'getComputedStyle(document.documentElement).backgroundColor';

  // Act
  const [light, dark] = [
    (await openConsole()).page,
    (await openConsole({ scenario: 'ok' }, { colorScheme: 'dark' })).page,
  ];

  // Assess
  expect([await light.evaluate(ground), await dark.evaluate(ground)]).toEqual([
    'rgb(251, 250, 246)',
    'rgb(25, 24, 22)',
  ]);
});

/** Keeps runs that were stopped, the newest last, as a server would have left them. */
async function keepRuns(folder: string, count: number): Promise<void> {
  const { services, close } = stepServices(folder);
  for (let run = 1; run <= count; run += 1) {
    const clock = { now: () => new Date(Date.now() - (count - run) * 60_000) };
    const session_id = newSessionId(clock.now());
    const ids = { session_id, execution_id: executionIdOf(session_id, 1), owner: LOCAL_OWNER };
    const company = { company_name: `Company ${run}`, company_url: 'https://acme.example' };
    const kept = { ...ids, status: 'ABORTED', request_sha256: 'a'.repeat(64) } as const;
    await services.sessions.create(newSessionRow({ ...services, clock }, company, kept));
  }
  close();
}

describe('the list of runs', () => {
  it('shows runs by pages and by status, opens them, and deletes one after asking', async () => {
    // Prepare
    const folder = await runsFolder();
    await keepRuns(folder, 22);
    const { page } = await openConsole({ folder });

    // Act
    await page.getByRole('link', { name: 'Runs' }).click();
    const entries = page.getByRole('list', { name: 'Runs, newest first' }).getByRole('link');
    await entries.first().waitFor();
    const [newest, firstPage] = [await entries.first().innerText(), await entries.count()];
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.getByRole('link', { name: 'Company 1', exact: true }).waitFor();
    const all = await entries.count();
    await page.getByRole('button', { name: 'Delete the run for Company 22' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('link', { name: 'Company 22' }).waitFor({ state: 'detached' });
    await page.getByLabel('Show').selectOption('Done');
    await page.getByText('No runs here.').waitFor();
    const filtered = page.url();
    await page.goBack();
    await page.getByRole('link', { name: 'Company 21' }).click();
    await page.getByRole('heading', { level: 1, name: 'Company 21' }).waitFor();

    // Assess
    expect([newest, firstPage, all]).toEqual(['Company 22', 20, 22]);
    expect(filtered).toMatch(/#\/runs\?status=SUCCEEDED$/);
    expect(page.url()).toMatch(/#\/runs\/t[0-9a-z-]+$/);
  });
});

it('shows a run again by its address, and after a reload', async () => {
  // Prepare
  const { page } = await openConsole();
  await startRun(page);
  await waitForBrief(page);
  const address = page.url();

  // Act
  const other = await openPage(address);
  await waitForBrief(other);
  await page.reload();
  await waitForBrief(page);

  // Assess
  expect(address).toMatch(/\/#\/runs\/[0-9a-z-]+$/);
  expect(page.url()).toBe(address);
});

it('prints the brief and nothing around it', async () => {
  // Prepare
  const { page } = await openConsole();
  await startRun(page);
  await waitForBrief(page);

  // Act
  await page.emulateMedia({ media: 'print' });

  // Assess
  expect(await page.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(false);
  expect(await page.locator('.actions').isVisible()).toBe(false);
  expect(await page.getByRole('article').isVisible()).toBe(true);
});
