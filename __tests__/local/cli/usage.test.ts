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
    ['an unknown flag', ['--bogus'], /unknown option '--bogus'/],
    ['too many pages', ['--max-pages', '51'], /must be a whole number from 1 to 50/],
  ])('with %s says what is wrong and where every flag is shown', async (_, flags, says) => {
    // Act
    const { exitCode, out, err } = await runCommand(['brief', '--data-dir', folder, ...flags]);

    // Assess
    expect(exitCode).toBe(EXIT_CODES.usage);
    expect(err).toMatch(says);
    expect(err).toContain('npm run brief -- --help');
    expect(out).toBe('');
  });
});
