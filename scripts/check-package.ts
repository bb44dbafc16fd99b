import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedBytes } from './package/installed-bytes.ts';
import { InstalledPackage, installPackage } from './package/installed-package.ts';
import { expectConsole } from './package/served-console.ts';

/** Most that an installation may take on disk, in bytes (150 MB): what one downloads to try a tool, with room for the next release. */
const MAX_INSTALLED_BYTES = 150_000_000;

/** Packs this checkout, installs it into an empty folder as anyone would, and tries what the README promises of it. */
async function checkPackage(folder: string): Promise<void> {
  const installed = new InstalledPackage(installPackage(folder));
  installed.expectHelp();
  const claims = installed.expectDemo();
  installed.expectScan();
  const files = await expectConsole(folder);
  const bytes = installedBytes(join(folder, 'node_modules'));
  const megabytes = (bytes / 1_000_000).toFixed(0);
  if (bytes > MAX_INSTALLED_BYTES) {
    throw new RangeError(
      `The package takes ${megabytes} MB installed, above ${MAX_INSTALLED_BYTES / 1_000_000}. See which dependency grew: du -s node_modules/* in a fresh installation.`,
    );
  }
  console.log(
    `package: ${megabytes} MB installed; --help, demo and text recognition run in an empty folder, ${claims} claims in its brief, ${files} files in its console`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'check-package-'));
try {
  await checkPackage(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
