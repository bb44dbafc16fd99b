import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refresh, replacePart } from '../../../scripts/docs/generated-doc.ts';

const PAGE = '# States\n\n<!-- generated:states -->\n\nold\n\n<!-- /generated:states -->\n\nWritten by hand.\n';

describe('replacePart', () => {
  it('replaces what stands between the marks and nothing else', () => {
    // Act
    const text = replacePart(PAGE, 'states', '| new |\n');

    // Assess
    expect(text).toBe(PAGE.replace('old', '| new |'));
  });

  it('changes nothing the second time, whatever is generated', () => {
    fc.assert(
      fc.property(fc.string(), (rendered) => {
        // Prepare
        fc.pre(!rendered.includes('<!--'));
        const once = replacePart(PAGE, 'states', rendered);

        // Act
        const twice = replacePart(once, 'states', rendered);

        // Assess
        expect(twice).toBe(once);
      }),
    );
  });

  it.each([
    ['no marks', 'text'],
    ['no closing mark', '<!-- generated:states -->'],
    ['the marks the other way round', '<!-- /generated:states --><!-- generated:states -->'],
    ['the marks twice', PAGE + PAGE],
  ])('says where to write the marks when there are %s', (_what, text) => {
    // Act
    const act = (): string => replacePart(text, 'states', 'new');

    // Assess
    expect(act).toThrow('Write <!-- generated:states --> and <!-- /generated:states --> once each');
  });
});

describe('refresh', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generated-doc-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('only looks when it may not write', async () => {
    // Prepare
    const path = join(folder, 'page.md');
    await writeFile(path, PAGE);

    // Act
    const upToDate = await refresh({ path, part: 'states', render: () => 'new' }, false);

    // Assess
    expect(upToDate).toBe(false);
    expect(await readFile(path, 'utf8')).toBe(PAGE);
  });

  it('writes a whole file that did not exist, and finds it up to date afterwards', async () => {
    // Prepare
    const doc = { path: join(folder, 'new.md'), render: async () => '# New' };

    // Act
    const before = await refresh(doc, true);
    const after = await refresh(doc, true);

    // Assess
    expect([before, after]).toEqual([false, true]);
    expect(await readFile(doc.path, 'utf8')).toBe('# New\n');
  });

  it('names a file that has no place for the text', async () => {
    // Prepare
    const path = join(folder, 'page.md');
    await writeFile(path, 'no marks');

    // Act
    const act = refresh({ path, part: 'states', render: () => 'new' }, true);

    // Assess
    await expect(act).rejects.toThrow(`${path} has no place for the generated part "states"`);
  });
});
