import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);

/** Heap in which each page must be read, in MB: the page's own text takes some of it. */
const HEAP_MEGABYTES = 400;

/** Reads a page in a process of its own and prints its last line. */
const READ = `
  const { extractPage } = await import('./services/website/page/extract-page.ts');
  const { blocks } = extractPage(eval(process.argv[1]) + '<p>The end.</p>', 'https://acme.example/');
  console.log(blocks.at(-1)?.text);
`;

describe('a hostile page', () => {
  it.each([
    ['20,000 nested elements', `'<div>'.repeat(20000)`],
    ['5 MB of attributes', `'<p ' + 'a="bbbbbbb" '.repeat(420000) + '>'`],
    ['a million siblings', `'<i></i>'.repeat(1000000)`],
  ])('of %s is read within a heap of 400 MB', async (_name, page) => {
    // Act
    const { stdout } = await run(process.execPath, [
      `--max-old-space-size=${HEAP_MEGABYTES}`,
      '--input-type=module',
      '--eval',
      READ,
      page,
    ]);

    // Assess
    expect(stdout.trim()).toBe('The end.');
  });
});
