import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from '@jest/globals';

/** Each run starts Node, models and parser processes: seconds on a quiet machine, many more on a busy one. */

const SHIPPED_CASES = 'scripts/bench/cases';

const run = promisify(execFile);
const folders: string[] = [];

/** Runs the bench as a user does and gives what it prints. */
async function bench(...options: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ['scripts/bench/evidence.ts', ...options]);
  return stdout;
}

/** A folder with some of the shipped kinds of cases. */
function copyOfCases(kinds: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  folders.push(folder);
  for (const kind of kinds) cpSync(join(SHIPPED_CASES, kind), join(folder, kind), { recursive: true });
  return folder;
}

function replaceIn(file: string, right: string, wrong: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(right);
  writeFileSync(file, text.replace(right, wrong));
}

/** An expectation of each kind made wrong, and what must then be seen. */
const WRONG = [
  {
    kind: 'pages',
    file: 'pages/cases.jsonl',
    right: '"no berth has to close", "every',
    wrong: '"the moon is full", "every',
    shown: { with: 0.8333 },
    reason: /not found: "the moon is full"/,
  },
  {
    kind: 'robots',
    file: 'robots/cases.jsonl',
    right: '"allowed": false',
    wrong: '"allowed": true',
    shown: { right: 0.8571 },
    reason: /false, expected true/,
  },
  {
    kind: 'documents',
    file: 'documents/cases.jsonl',
    right: '"contains", "expected": "Pilots board',
    wrong: '"contains", "expected": "Pilots never board',
    shown: { contains: 0.5, pdf_words: 1 },
    reason: /not found: "Pilots never board/,
  },
  {
    kind: 'ssrf',
    file: 'ssrf/urls.tsv',
    right: 'http://127.0.0.1/\tBLOCK',
    wrong: 'http://127.0.0.1/\tALLOW',
    shown: { bypasses: [], false_blocks: ['http://127.0.0.1/'] },
    reason: /expected ALLOW/,
  },
  {
    kind: 'job_descriptions',
    file: 'job_descriptions/cases.jsonl',
    right: '"terraform"]',
    wrong: '"terraform", "sextant"]',
    shown: { tools_f1: 0.9474 },
    reason: /not found: sextant/,
  },
];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('bench:evidence', () => {
  test('gives one object with the figures of every shipped kind, all of them right', async () => {
    // Act
    const evidence = JSON.parse(await bench('--json'));

    // Assess: what the documentation promises comes first, in its order.
    const leading = (kind: string, count: number): string[] => Object.keys(evidence[kind]).slice(0, count);
    expect(leading('pages', 6)).toEqual(['n', 'f1', 'with', 'without', 'ms', 'peer_ms']);
    expect(leading('documents', 6)).toEqual(['n', 'pdf_words', 'docx_words', 'contains', 'needs_password', 'failures']);
    expect(leading('resumes', 2)).toEqual(['n', 'recall']);
    expect(leading('job_descriptions', 2)).toEqual(['n', 'tools_f1']);
    expect(leading('robots', 2)).toEqual(['n', 'right']);
    expect(leading('ssrf', 3)).toEqual(['n', 'bypasses', 'false_blocks']);
    expect(leading('injection', 4)).toEqual(['n', 'triggers_in_statements', 'hidden_in_brief', 'live_links']);
    expect(evidence.pages).toMatchObject({ n: 2, with: 1, without: 0 });
    expect(evidence.documents).toMatchObject({ n: 6, contains: 1, needs_password: 1, failures: 0 });
    expect(evidence.ssrf).toMatchObject({ n: 13, bypasses: [], false_blocks: [] });
    expect(evidence.injection).toMatchObject({ triggers_in_statements: 0, hidden_in_brief: 0, live_links: 0 });
    expect(Object.keys(evidence.pages.peers)).toEqual(['Readability + linkedom']);
    expect(Object.keys(evidence.robots.peers)).toEqual(['robots-parser']);
    expect(Object.keys(evidence.documents.peers)).toEqual(expect.arrayContaining(['pdf.js raw', 'mammoth raw']));
  });

  test('shows wrong expectations, with the reason', async () => {
    // Prepare
    const folder = copyOfCases(WRONG.map(({ kind }) => kind));
    for (const { file, right, wrong } of WRONG) replaceIn(join(folder, file), right, wrong);

    // Act
    const evidence = JSON.parse(await bench('--json', '--corpus', folder));

    // Assess
    expect(Object.keys(evidence).toSorted()).toEqual(WRONG.map(({ kind }) => kind).toSorted());
    for (const { kind, shown, reason } of WRONG) {
      expect(evidence[kind]).toMatchObject(shown);
      expect(evidence[kind].worst[0].reason).toMatch(reason);
    }
  });

  test('prints the figures beside those of the peers', async () => {
    // Prepare
    const folder = copyOfCases(['robots']);

    // Act
    const printed = await bench('--corpus', folder);

    // Assess
    expect(printed).toMatch(/robots: 7 cases\n {2}this project +right 1\n {2}robots-parser +right 1\n/);
  });

  test('says where the layout is described when a case is not of that form', async () => {
    // Prepare
    const folder = copyOfCases(['resumes']);
    writeFileSync(join(folder, 'resumes/cases.jsonl'), '{"id": "nameless"}\n');

    // Act and assess
    await expect(bench('--corpus', folder)).rejects.toThrow(/case 1, is not of the form that docs\/corpora\.md/);
    await expect(bench('--corpus', join(folder, 'nowhere'))).rejects.toThrow(/there is no such folder/);
  });
});
