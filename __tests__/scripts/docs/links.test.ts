import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { brokenLinks } from '../../../scripts/docs/links.ts';

describe('brokenLinks', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'links-'));
    await mkdir(join(root, 'docs'));
    await writeFile(join(root, 'docs/there.md'), '');
  });
  afterEach(() => rm(root, { recursive: true }));

  it('names a page and its link to a file that does not exist', async () => {
    // Prepare
    await writeFile(join(root, 'README.md'), '[a](docs/there.md) and [b](docs/gone.md#part)');

    // Act
    const broken = brokenLinks(root);

    // Assess
    expect(broken).toEqual(['README.md links to docs/gone.md, which does not exist']);
  });

  it('resolves a link against its own page', async () => {
    // Prepare
    await writeFile(join(root, 'docs/page.md'), '[a](there.md) [b](../docs/there.md#x) [c](docs/there.md)');

    // Act
    const broken = brokenLinks(root);

    // Assess
    expect(broken).toEqual(['docs/page.md links to docs/there.md, which does not exist']);
  });

  it('leaves addresses and anchors alone', async () => {
    // Prepare
    await writeFile(join(root, 'README.md'), '[a](https://example.com/x) [b](#part) [c](mailto:a@example.com)');

    // Act
    const broken = brokenLinks(root);

    // Assess
    expect(broken).toEqual([]);
  });
});
