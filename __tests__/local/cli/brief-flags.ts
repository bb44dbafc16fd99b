import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Brief } from '../../../contracts/index.ts';
import type { WildSite } from '../../fixtures/wild-web/wild-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A run's command line, and where its runs and its brief are kept. */
export interface BriefFlags {
  readonly argv: string[];
  readonly data: string;
  readonly out: string;
}

/** Gives a function that makes the flags of `brief` for a site on loopback, with folders of their own each time. */
export async function briefFlags(name: string): Promise<(site: WildSite) => BriefFlags> {
  const folder = await temporaryFolder(name);
  let runs = 0;
  return (site) => {
    runs += 1;
    const [data, out] = [join(folder, `data-${runs}`), join(folder, `out-${runs}`)];
    const company = ['--company', 'Brightwell Instruments', '--url', site.url, '--allow-host', site.host];
    return { data, out, argv: ['brief', ...company, '--data-dir', data, '--out', out] };
  };
}

/** The brief that a run wrote to a folder. */
export async function briefIn(out: string): Promise<Brief> {
  return Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
}

/** The session that a printed command goes on with. */
export function continuedId(text: string): string {
  return /--continue (\S+)/.exec(text)?.[1] ?? '';
}
