import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { MAX_PAGES } from '../../../contracts/index.ts';
import { address } from '../address-option.ts';
import { TOKEN_VARIABLE } from './authorize.ts';
import { DEFAULT_RUN_SECONDS, DEFAULT_SMOKE_PAGES } from './limits.ts';

/** The resume of the demonstration, from the root of the checkout. */
export const DEFAULT_RESUME = 'local/demo/documents/resume.pdf';

/** What the command line of `smoke` was given. */
export interface SmokeOptions {
  readonly env?: string;
  readonly url: URL;
  readonly company: string;
  readonly site: string;
  readonly resume: string | false;
  readonly job?: string;
  readonly role?: string;
  readonly maxPages: number;
  readonly timeout: number;
  readonly texts: 'auto' | 'stored' | 'again';
  readonly bucket?: string;
  readonly allowHost: readonly string[];
  readonly keep: boolean;
  readonly json: boolean;
}

const HELP = `
Callers sign in as deploy/<env>.json says: with credentials of AWS, or with the token in ${TOKEN_VARIABLE}.
By default the run reads https://example.com, a page that is there for such uses and bothers nobody, and the
resume of the demonstration; name a company with --company and --site to see a crawl.

Examples:
  $ npm run smoke -- --env dev --url https://abc123.execute-api.eu-west-1.amazonaws.com
  $ ${TOKEN_VARIABLE}=… npm run smoke -- --env prod --url https://briefs.example --company "Acme" --site https://acme.example
  $ npm run smoke -- --url http://127.0.0.1:3000

Exit codes: 0 all is well, 2 usage, 4 something is wrong, 5 credentials or permission`;

/** Adds the options of `smoke` to a command. */
export function addSmokeOptions(command: Command): Command {
  return command
    .option('--env <name>', 'the environment, as deploy/<name>.json; not needed for a server on this machine')
    .requiredOption('--url <address>', 'where the API is: the output api_url', address)
    .option('--company <name>', 'the company of the run', 'Example Domain')
    .option('--site <address>', 'its site', 'https://example.com/')
    .option('--resume <file>', 'the resume', DEFAULT_RESUME)
    .option('--no-resume', 'give none')
    .option('--job <file>', 'the job description')
    .option('--role <title>', 'the role')
    .option('--max-pages <n>', 'most pages to read', wholeNumber(1, MAX_PAGES), DEFAULT_SMOKE_PAGES)
    .option('--timeout <seconds>', 'how long the run may take', wholeNumber(1, 86_400), DEFAULT_RUN_SECONDS)
    .addOption(
      new Option(
        '--texts <how>',
        'where quotes are looked up: in the bucket of artifacts, or in sources that are read again',
      )
        .choices(['auto', 'stored', 'again'])
        .default('auto'),
    )
    .option('--bucket <name>', 'the bucket of artifacts (default: the one of the environment)')
    .option(
      '--allow-host <host:port>',
      'a private address that may be read again; may be given several times',
      gathered,
      [],
    )
    .option('--keep', 'leave the run where it is in the end', false)
    .option('--json', 'print JSON', false)
    .addHelpText('after', HELP);
}

function gathered(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`must be a whole number from ${least} to ${most}.`);
  };
}
