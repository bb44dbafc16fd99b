import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SiteUnavailableError } from '../../../contracts/index.ts';
import { createGuardedFetch } from '../../../services/website/fetch/guarded-fetch.ts';

/** Where a redirector leads whose address does not tell: the metadata service of the clouds. */
const METADATA_SERVICE = 'http://169.254.169.254/';

const FEW_BYTES = { wireBytes: 1_000, bytes: 1_000 };

/** Whether the fetcher stops at a redirect into a private network. The redirector named by `url` is played by a server on loopback. */
export async function refusesRedirect(url: string): Promise<boolean> {
  let requests = 0;
  const server = createServer((_, response) => {
    requests += 1;
    response.writeHead(302, { location: targetOf(url) }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetcher = createGuardedFetch({ allowHosts: [host] });
  try {
    await fetcher.get({ url: `http://${host}/`, accept: '*/*', limits: FEW_BYTES });
    return false;
  } catch (error) {
    return error instanceof SiteUnavailableError && requests === 1;
  } finally {
    await fetcher.close();
    await new Promise((resolve) => server.close(resolve));
  }
}

function targetOf(url: string): string {
  const target = URL.canParse(url) ? new URL(url).searchParams.get('url') : null;
  return target ?? METADATA_SERVICE;
}
