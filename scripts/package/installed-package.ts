import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Brief } from '../../contracts/index.ts';
import { pictureOf } from './picture-of.ts';

/** Packs this checkout and installs it into a folder, from npm's cache where it can. Gives the folder. Throws when npm fails. */
export function installPackage(folder: string): string {
  run('npm', ['pack', '--silent', '--pack-destination', folder], process.cwd());
  const [tarball] = globSync('*.tgz', { cwd: folder });
  if (tarball === undefined) throw new Error('npm pack wrote no archive: see what it says in npm pack --dry-run.');
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  run('npm', ['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', `./${tarball}`], folder);
  return folder;
}

/** The command of an installed package. Its checks throw an `Error` that says what the command did not do. */
export class InstalledPackage {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Checks that the command introduces itself. */
  expectHelp(): void {
    const help = this.#command('--help');
    if (!help.includes('Usage: interview-brief')) throw new Error(`--help does not show the usage but: ${help}`);
  }

  /** Checks that the demonstration writes a brief beside where it was called, and names its commands as the package has them. Gives the number of claims. */
  expectDemo(): number {
    const said = this.#command('demo');
    if (!said.includes('npx interview-brief inspect')) throw new Error(`demo names no command of the package: ${said}`);
    const brief = Brief.parse(JSON.parse(readFileSync(join(this.#folder, 'brief-demo/brief.json'), 'utf8')));
    const unread = brief.gaps.filter(({ error }) => error === 'UnreadableDocumentError');
    if (unread.length > 0) throw new Error(`demo could not read every document: ${JSON.stringify(unread)}`);
    return brief.sections.flatMap(({ claims }) => claims).length;
  }

  /** Checks that text recognition runs on what the package brings along: it reads the picture of a job description. */
  expectScan(): void {
    writeFileSync(join(this.#folder, 'job.png'), pictureOf('Requirements: five years of Python and Kubernetes'));
    const none = ['--url', 'http://127.0.0.1:1', '--allow-host', '127.0.0.1:1'];
    this.#command('brief', '--company', 'Acme', ...none, '--job', 'job.png', '--data-dir', 'runs', '--out', 'scan');
    const text = readFileSync(join(this.#folder, 'scan/sources/D1.txt'), 'utf8');
    if (!text.includes('Python and Kubernetes')) throw new Error(`text recognition read something else: ${text}`);
  }

  #command(...words: readonly string[]): string {
    return run('npx', ['--no-install', 'interview-brief', ...words], this.#folder);
  }
}

/** Runs a program in a folder with the Node that runs this; what npm told this process about its own folder is kept from it. */
function run(program: string, words: readonly string[], folder: string): string {
  const { INIT_CWD: _ours, ...inherited } = process.env;
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return execFileSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...inherited, PATH },
    shell: process.platform === 'win32',
  });
}
