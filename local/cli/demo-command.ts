import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_DEADLINE_SECONDS, EXIT_CODES } from '../../contracts/index.ts';
import { serveDemoSite } from '../demo/serve-demo-site.ts';
import { runBrief } from './brief-command.ts';
import type { BriefOptions } from './brief-options.ts';
import { callerPath } from './caller-path.ts';
import { commandLine } from './command-line.ts';
import { assertWritableFolder } from './out-folder.ts';
import type { CommandStreams } from './output.ts';
import { writeLine } from './output.ts';

/** What the command line of `demo` was given. */
export interface DemoOptions {
  readonly out?: string;
  readonly json: boolean;
}

const DOCUMENTS = fileURLToPath(new URL('../demo/documents/', import.meta.url));

/** The folder the brief is written to when none is given, in the folder the person is in. */
const DEFAULT_OUT = 'brief-demo';

/** Where the run is kept: beside the brief, so that it can be inspected, and is gone when the folder is deleted. */
const RUN_FOLDER = 'demo-run';

/** Enough for every page of the site, which has 29 and a PDF. */
const DEMO_MAX_PAGES = 32;

/** Runs `demo`: the whole pipeline on a fictional company's site, served on loopback, with a resume and a job description. Gives the exit code. */
export async function runDemo(options: DemoOptions, streams: CommandStreams): Promise<number> {
  const print = (line = ''): void => writeLine(options.json ? streams.err : streams.out, line);
  const folder = callerPath(options.out ?? DEFAULT_OUT);
  await assertWritableFolder(folder);
  const dataDir = join(folder, RUN_FOLDER);
  await rm(dataDir, { recursive: true, force: true });
  const site = await serveDemoSite();
  try {
    print(`The site of a fictional company, Kindlewater, is served at ${site.url} while this runs.`);
    print(`Its documents, a resume and a job description, lie in ${DOCUMENTS}`);
    const exitCode = await runBrief(
      briefOptions({ url: site.url, host: site.host, folder, dataDir }, options),
      streams,
    );
    if (exitCode === EXIT_CODES.done) for (const line of nextSteps(folder)) print(line);
    return exitCode;
  } finally {
    await site.close();
  }
}

interface DemoRun {
  readonly url: string;
  readonly host: string;
  readonly folder: string;
  readonly dataDir: string;
}

function briefOptions({ url, host, folder, dataDir }: DemoRun, { json }: DemoOptions): BriefOptions {
  return {
    company: 'Kindlewater',
    url,
    also: [],
    resume: join(DOCUMENTS, 'resume.pdf'),
    job: join(DOCUMENTS, 'job-description.docx'),
    document: [],
    role: 'Senior Backend Engineer, Telemetry',
    out: folder,
    maxPages: DEMO_MAX_PAGES,
    deadline: DEFAULT_DEADLINE_SECONDS,
    allowHost: [host],
    json,
    writer: 'local',
    analyzer: 'local',
    ocr: 'local',
    browser: false,
    dataDir,
  };
}

function nextSteps(folder: string): string[] {
  const own = ['--company', 'NAME', '--url', 'https://COMPANY', '--resume', 'resume.pdf', '--job', 'job.pdf'];
  return [
    '',
    `Open ${join(folder, 'brief.html')} in a browser. Everything lies in that folder; delete it and nothing is left.`,
    'Now with a company and a resume of your own:',
    `  ${commandLine('brief', ...own, '--role', 'TITLE')}`,
    `  ${commandLine('brief', '--help')}`,
  ];
}
