import { expect, it } from '@jest/globals';
import { openConsole, startRun, waitForBrief } from './console-page.ts';

it('asks for the token of a server that wants one, keeps it in the tab, and never sends it in an address', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'ok', token: 'secret-1' });
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));

  // Act
  await startRun(page, { resume: 'local/demo/documents/resume.pdf' });
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor();
  await page.getByLabel('Token').fill('secret-1');
  await page.getByRole('button', { name: 'Use this token' }).click();
  await waitForBrief(page);
  await page.reload();
  await waitForBrief(page);

  // Assess
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((address) => address.includes('secret-1'))).toEqual([]);
  expect(await page.evaluate('[sessionStorage.length, localStorage.length, document.cookie]')).toEqual([1, 0, '']);
});

it('takes the token out of the address that the server prints', async () => {
  // Act
  const { page } = await openConsole(
    { scenario: 'ok', token: 'secret+1' },
    {},
    `#token=${encodeURIComponent('secret+1')}`,
  );
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByText('No runs here.').waitFor();

  // Assess
  expect(page.url()).not.toContain('secret');
});

it('says so when the token is wrong or not given', async () => {
  // Prepare
  const { page } = await openConsole({ scenario: 'ok', token: 'secret-1' }, {}, '#token=wrong');

  // Act
  await page.getByRole('link', { name: 'Runs' }).click();
  await page.getByRole('button', { name: 'Not now' }).click();

  // Assess
  await page.getByRole('alert').filter({ hasText: 'The server refused: Unauthorized.' }).waitFor();
});
