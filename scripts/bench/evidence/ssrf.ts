import { RejectedInputError } from '../../../contracts/index.ts';
import { createGuardedFetch } from '../../../services/website/fetch/guarded-fetch.ts';
import type { Resolve } from '../../../services/website/fetch/resolve.ts';
import { readLines } from './case-files.ts';
import type { Measure } from './measure.ts';
import { worstOf } from './measure.ts';
import { refusesRedirect } from './redirect-guard.ts';

type Verdict = 'BLOCK' | 'ALLOW' | 'REDIRECT';

interface Address {
  readonly url: string;
  readonly verdict: Verdict;
  readonly why: string;
}

/** Any address of the public Internet will do: nothing is asked of it but a connection. */
const PUBLIC_ADDRESS = '93.184.216.34';
const PRIVATE_ADDRESS = '10.0.0.1';

/** Long enough to decide, short enough that what is allowed, and then finds no host, does not hold up the run. */
const TIMEOUT_MILLISECONDS = 400;

const FEW_BYTES = { wireBytes: 1_000, bytes: 1_000 };

/**
 * Addresses that strangers could give to reach into a private network: which are let through though they must not be, and which are refused though
 * they may be read. Names resolve by a stub: those to be refused to a public and a private address at once, which is what a rebinding host answers.
 */
export const measureSsrf: Measure = async (folder) => {
  const addresses = readLines(folder, 'ssrf/urls.tsv')?.map(parseLine);
  if (addresses === undefined) return undefined;
  const decided: { address: Address; right: boolean }[] = [];
  for (const address of addresses) decided.push({ address, right: await isRight(address) });
  const wrong = decided.filter(({ right }) => !right).map(({ address }) => address);
  const urlsOf = (isBlock: boolean): string[] =>
    wrong.filter(({ verdict }) => (verdict !== 'ALLOW') === isBlock).map(({ url }) => url);
  return {
    figures: { n: addresses.length, bypasses: urlsOf(true), false_blocks: urlsOf(false) },
    peers: {},
    worst: worstOf(
      wrong.map(({ url, verdict, why }) => ({ id: url, score: 0, reason: `expected ${verdict}: ${why}` })),
    ),
  };
};

function parseLine(line: string): Address {
  const [url = '', rest = ''] = line.split('\t');
  const verdict = /^(BLOCK|ALLOW|REDIRECT)\b/.exec(rest)?.[1];
  if (verdict === undefined) throw new Error(`"${line}" has no verdict BLOCK, ALLOW or REDIRECT after a tab.`);
  return { url, verdict: verdict as Verdict, why: rest.split(' | ').slice(1, 2).join('') };
}

async function isRight({ url, verdict }: Address): Promise<boolean> {
  if (verdict === 'REDIRECT') return refusesRedirect(url);
  const answer = verdict === 'BLOCK' ? [PUBLIC_ADDRESS, PRIVATE_ADDRESS] : [PUBLIC_ADDRESS];
  return (await isRefused(url, async () => answer)) === (verdict === 'BLOCK');
}

/** Whether the fetcher refuses the address itself; any other failure, such as a host that does not answer, means that it went there. */
async function isRefused(url: string, resolve: Resolve): Promise<boolean> {
  const fetcher = createGuardedFetch({ timeoutMilliseconds: TIMEOUT_MILLISECONDS, resolve });
  try {
    await fetcher.get({ url, accept: '*/*', limits: FEW_BYTES });
    return false;
  } catch (error) {
    return error instanceof RejectedInputError;
  } finally {
    await fetcher.close();
  }
}
