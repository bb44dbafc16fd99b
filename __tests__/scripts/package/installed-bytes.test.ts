import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { installedBytes } from '../../../scripts/package/installed-bytes.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('installed-bytes');

describe('installedBytes', () => {
  it('counts every file below a folder once, and no less than its length', () => {
    // Prepare
    mkdirSync(join(folder, 'package/lib'), { recursive: true });
    writeFileSync(join(folder, 'package/index.js'), 'x'.repeat(100_000));
    writeFileSync(join(folder, 'package/lib/tiny.js'), 'x');
    symlinkSync(join(folder, 'package/index.js'), join(folder, 'command'));

    // Act
    const bytes = installedBytes(folder);

    // Assess
    expect(bytes).toBeGreaterThanOrEqual(100_001);
    expect(bytes).toBeLessThan(200_000);
  });
});
