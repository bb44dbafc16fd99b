import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import {
  Audience,
  DEFAULT_DEADLINE_SECONDS,
  DEFAULT_MAX_PAGES,
  MAX_DEADLINE_SECONDS,
  MAX_PAGES,
  MIN_DEADLINE_SECONDS,
} from '../../contracts/index.ts';
import { addAllowHostOption } from './allow-host-option.ts';
import { commandLine } from './command-line.ts';
import type { CostOptions } from './cost-options.ts';
import { addCostOptions } from './cost-options.ts';
import type { PartOptions } from './part-options.ts';
import { addPartOptions } from './part-options.ts';

/** What the command line of `brief` was given. */
export interface BriefOptions extends PartOptions, CostOptions {
  readonly company?: string;
  readonly url?: string;
  readonly also: readonly string[];
  readonly resume?: string;
  readonly job?: string;
  readonly document: readonly string[];
  readonly role?: string;
  readonly audience?: Audience;
  readonly out?: string;
  readonly maxPages: number;
  readonly deadline: number;
  readonly allowHost: readonly string[];
  readonly json: boolean;
  readonly continue?: string;
  readonly dataDir?: string;
}

/** How the command is called here. */
const BRIEF = commandLine('brief');

const EXAMPLES = `
Examples:
  $ ${BRIEF} --company "Acme" --url https://acme.example
  $ ${BRIEF} --company "Acme" --url https://acme.example --resume resume.pdf --job job.docx --role "Backend Engineer"
  $ ${BRIEF} --company "Acme" --url https://acme.example --job https://acme.example/jobs/12 --audience hiring_manager
  $ pbpaste | ${BRIEF} --company "Acme" --url https://acme.example --job -
  $ ${BRIEF} --company "Acme" --url https://acme.example --document saved-page.html --out ~/interviews/acme
  $ ${BRIEF} --continue ID

Exit codes: 0 done, 1 internal, 2 usage, 3 no evidence, 4 run failed, 5 credentials or permission, 130 interrupted`;

/** Adds the options of `brief` to a command. */
export function addBriefOptions(command: Command): Command {
  return addCostOptions(addPartOptions(addAllowHostOption(addRunOptions(command)))).addHelpText('after', EXAMPLES);
}

function addRunOptions(command: Command): Command {
  return command
    .option('--company <name>', 'the company, as it calls itself')
    .option('--url <url>', "the address of the company's site")
    .option('--also <url>', 'a further page to read; may be given several times', collect, [])
    .option('--resume <file>', 'your resume: PDF, DOCX, HTML, Markdown or text')
    .option('--job <file|url|->', 'the job description: a file, a page, or - to read it from standard input')
    .option('--document <file>', 'a further document, such as a saved page; may be given several times', collect, [])
    .option('--role <title>', 'the role you are interviewing for')
    .addOption(new Option('--audience <who>', 'whom you will talk with').choices(Audience.options))
    .option('--out <folder>', 'where the brief is written (default: ./brief-<company>)')
    .option('--max-pages <n>', 'most pages to read', wholeNumber(1, MAX_PAGES), DEFAULT_MAX_PAGES)
    .option(
      '--deadline <seconds>',
      'seconds after which nothing more is read',
      wholeNumber(MIN_DEADLINE_SECONDS, MAX_DEADLINE_SECONDS),
      DEFAULT_DEADLINE_SECONDS,
    )
    .option('--json', 'print the brief as JSON instead of the summary', false)
    .option('--continue <id>', 'run a session that was cut off or failed once more; finished steps are not repeated')
    .option('--data-dir <folder>', 'where runs are kept (default: your data folder)');
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}

function wholeNumber(min: number, max: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max) {
      throw new InvalidArgumentError(`must be a whole number from ${min} to ${max}.`);
    }
    return number;
  };
}
