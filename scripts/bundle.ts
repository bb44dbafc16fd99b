import { BUNDLE_FOLDER, isFresh } from './bundle/bundle-manifest.ts';
import { bundlesHash, promotionFault } from './bundle/bundles-hash.ts';
import { sizeReport } from './bundle/size-budgets.ts';
import { writeBundles } from './bundle/write-bundles.ts';

/** Holds all zips together to a hash: set it to that of another environment, and nothing but the same zips goes on. */
const EXPECTED_VARIABLE = 'BUNDLES_SHA256';

/** Bundles every function, says how large each is, and fails when one is above its budget. */
async function bundleAll(): Promise<void> {
  const { lines, exceeded } = sizeReport(await writeBundles(process.cwd(), BUNDLE_FOLDER));
  // cdktf reads what the app writes to standard output only when it fails; a person sees both.
  for (const line of lines) console.error(line);
  console.error(`All zips together: sha256 ${bundlesHash(BUNDLE_FOLDER)}`);
  if (exceeded.length === 0) return;
  console.error(
    `Above budget: ${exceeded.join(', ')}. See what came in with the source maps in ${BUNDLE_FOLDER}/maps, or raise scripts/bundle/size-budgets.ts with the reason.`,
  );
  process.exitCode = 1;
}

const isWanted = !process.argv.includes('--if-stale') || !isFresh(process.cwd(), BUNDLE_FOLDER);
if (isWanted) await bundleAll();
const fault = promotionFault(BUNDLE_FOLDER, process.env[EXPECTED_VARIABLE]);
if (fault !== undefined) {
  console.error(fault);
  process.exitCode = 1;
}
