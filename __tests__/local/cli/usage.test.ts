import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { EXIT_CODES } from '../../../contracts/index.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('usage');

describe('a command line that is wrong', () => {
  it.each([
    ['nothing', [], /--company is missing; --url is missing\./],
    ['no address', ['--company', 'Acme'], /: --url is missing\./],
    ['an address that is none', ['--company', 'Acme', '--url', 'acme'], /--url must be an http or https address/],
    ['a flag that changes nothing', ['--continue', 'k-1', '--role', 'Cook'], /--role cannot be given with --continue/],
    ['a host that could match nothing', ['--allow-host', 'http://127.0.0.1'], /must be a host and a port/],
    ['an unknown flag', ['--bogus'], /unknown option '--bogus'/],
    ['too many pages', ['--max-pages', '51'], /must be a whole number from 1 to 50/],
  ])('with %s says what is wrong and where every flag is shown', async (_, flags, says) => {
    // Act
    const { exitCode, out, err } = await runCommand(['brief', '--data-dir', folder, ...flags]);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(says);
    if (!flags.some((flag) => flag === '--continue')) expect(err).toContain('npm run brief -- --help');
    expect(out).toBe('');
  });

  it.each([
    ['inspect', 'npm run inspect -- --help'],
    ['serve', 'npm start -- --help'],
  ])('of %s says where its own flags are shown', async (command, line) => {
    // Act
    const { exitCode, err } = await runCommand([command, '--bogus']);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toContain(line);
  });
});

describe('an address as people type it', () => {
  it('is read without its scheme', async () => {
    // Act
    const { err } = await runCommand(['brief', '--data-dir', folder, '--company', 'Acme', '--url', '127.0.0.1/about']);

    // Assess
    expect(err).toContain('https://127.0.0.1/about is not read: 127.0.0.1 is not an address of the public Internet');
  });
});

describe('--version', () => {
  it('is the version of the package', async () => {
    // Act
    const { exitCode, out } = await runCommand(['--version']);

    // Assess
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect([exitCode, out]).toEqual([EXIT_CODES.done, `${version}\n`]);
  });
});
