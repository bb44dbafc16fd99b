import { describe, expect, it } from '@jest/globals';
import { openConsole, runsOf, startRun, stopRun, waitForBrief } from './console-page.ts';

describe('a run that fails', () => {
  it('says where, why and what to do, shows it in the graph, and can be tried again or changed', async () => {
    // Prepare
    const { page } = await openConsole({ scenario: 'failed' });

    // Act
    await startRun(page);
    const failure = page.getByRole('region', { name: 'The run ended without a brief' });
    await failure.waitFor();
    const told = await failure.innerText();
    const failed = await page.locator('.graph .node.is-failed .name').allTextContents();
    const first = page.url();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('attempt 2').waitFor();
    await failure.waitFor();
    const second = page.url();
    await page.getByRole('button', { name: 'Change and start anew' }).click();

    // Assess
    expect(told).toContain('The writer gave up (scenario failed).');
    expect(told).toContain('GenerateBrief');
    expect(told).toContain('ModelOutputInvalidError');
    expect(told).toContain('Try it again: finished steps are not repeated.');
    expect(failed).toEqual(['GenerateBrief', 'PipelineFailed']);
    expect(second).not.toBe(first);
    expect(await page.getByLabel('Company').inputValue()).toBe('Kindlewater');
  });
});

it('says of a run that is not there what a reader can do, and draws nothing of it', async () => {
  // Act
  const { page } = await openConsole({ scenario: 'ok' }, {}, '#/runs/t0-nobody-1');
  const notice = await page.getByRole('alert').filter({ hasText: 'There is no such run' }).innerText();

  // Assess
  expect(notice).toContain('“Runs” lists those that there are.');
  expect(notice).not.toContain('/pipeline');
  expect(await page.locator('.graph').count()).toBe(0);
});

it('waits when there is no room for a run, and shows that a step was tried again', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'throttled' });

  // Act
  await startRun(page);
  await page.getByText('The server has no room for a run just now.').waitFor();
  await waitForBrief(page);
  await page.getByText('How it was made').first().click();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  const row = page.getByRole('row', { name: /AnalyzeWithComprehend/ });

  // Assess
  expect(await row.innerText()).toMatch(/Done.*2 attempts/s);
  expect(await page.locator('.graph .node', { hasText: 'AnalyzeWithComprehend' }).textContent()).toContain(
    '2 attempts',
  );
});

it('shows a slow run while it works: what runs, what waits, what is read; and stops it', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'slow' });

  // Act
  await startRun(page);
  await page.locator('.graph .node.is-running', { hasText: 'AnalyzeWithComprehend' }).waitFor();
  const read = await page.locator('.read > li').count();
  const waiting = await page.locator('.graph .node.is-pending .name').allTextContents();
  await stopRun(page);

  // Assess
  expect(read).toBeGreaterThan(3);
  expect(waiting).toEqual(['GenerateBrief', 'WaitForDelivery', 'UpdateSession']);
  expect(await page.locator('.graph .node.is-stopped .name').allTextContents()).toEqual(['AnalyzeWithComprehend']);
  expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(true);
});

it('says in a degraded brief that something is missing, and leads there', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'degraded' });

  // Act
  await startRun(page);
  await waitForBrief(page);
  await page.getByRole('button', { name: 'What could not be found out' }).first().click();

  // Assess
  expect(await page.getByText('Some of what was asked for could not be read').isVisible()).toBe(true);
  expect(await page.evaluate('document.activeElement?.id')).toBe('section-gaps');
});

describe('a form', () => {
  it('is checked before anything is sent, and leads to what is wrong', async () => {
    // Prepare
    const { page, url } = await openConsole();
    await page.getByLabel('Web address').fill('ftp://acme.example');
    await page
      .getByLabel(/^Your resume/)
      .setInputFiles({ name: 'resume.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') });

    // Act
    await page.getByRole('button', { name: 'Make the brief' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'Something has to be corrected' });
    const told = await summary.innerText();
    await summary.getByRole('button', { name: 'Enter the name of the company.' }).click();

    // Assess
    expect(told).toContain('Enter an http or https address');
    expect(told).toContain('This type is not read.');
    expect(await page.evaluate('document.activeElement?.id')).toBe('company_name');
    expect(await page.getByLabel('Company').getAttribute('aria-invalid')).toBe('true');
    expect(await runsOf(url)).toEqual([]);
  });

  it('shows at the file what only the server can find', async () => {
    // Prepare
    const { page } = await openConsole();
    const picture = { name: 'resume.pdf', mimeType: 'application/pdf', buffer: Buffer.from('This is no PDF.') };

    // Act
    await page.getByLabel('Company').fill('Kindlewater');
    await page.getByLabel('Web address').fill('kindlewater.example');
    await page.getByLabel(/^Your resume/).setInputFiles(picture);
    await page.getByRole('button', { name: 'Make the brief' }).click();

    // Assess
    const wrong = page.locator('.files .wrong');
    await wrong.waitFor();
    expect(await wrong.innerText()).toMatch(/does not begin as/);
    expect(page.url()).toMatch(/#\/$/);
  });
});

it('says that the server does not answer, and goes on when it does again', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'slow' });
  await startRun(page);
  await page.getByRole('heading', { level: 1, name: 'Kindlewater' }).waitFor();

  // Act
  await page.context().setOffline(true);
  await page.getByText('The server does not answer.').waitFor();
  await page.context().setOffline(false);
  await page.getByText('The server does not answer.').waitFor({ state: 'detached' });
  const goesOn = await page.getByText('Running', { exact: true }).first().isVisible();
  await stopRun(page);

  // Assess
  expect(goesOn).toBe(true);
});

/** Has the page believe that it is seen, or that it is not. */
function seen(state: 'hidden' | 'visible'): string {
  return `
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => '${state}' });
    document.dispatchEvent(new Event('visibilitychange'));`;
}

it('asks nothing while nobody looks', async () => {
  // Prepare
  const { page, url } = await openConsole({ scenario: 'slow' });
  await startRun(page);
  await page.getByRole('heading', { level: 1, name: 'Kindlewater' }).waitFor();
  const asked: string[] = [];

  // Act
  await page.evaluate(seen('hidden'));
  await page.waitForTimeout(2_500);
  page.on('request', (request) => asked.push(request.url()));
  await page.waitForTimeout(3_000);
  const whileHidden = asked.length;
  await page.evaluate(seen('visible'));
  await page.waitForRequest((request) => request.url().startsWith(`${url}/pipeline/`));
  await stopRun(page);

  // Assess
  expect(whileHidden).toBe(0);
});
