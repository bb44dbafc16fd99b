import { createHash } from 'node:crypto';
import type { Block, Brief, Source, SourceWithPassages } from '../../../../contracts/index.ts';
import { createLocalAnalyzer } from '../../../../services/analysis/local/local-analyzer.ts';
import { assembleBrief } from '../../../../services/brief/assemble-brief.ts';
import { createLocalWriter } from '../../../../services/brief/local/local-writer.ts';
import { buildPassages } from '../../../../services/sources/build-passages.ts';
import { extractPage } from '../../../../services/website/page/extract-page.ts';

/** The day of these runs: any will do, as long as it stays the same. */
const NOW = '2026-11-22T08:00:00.000Z';

/** Address of the company that the pages belong to. */
export const COMPANY_URL = 'https://tallowmere.example';

type Identity =
  | { readonly kind: 'page'; readonly url: string; readonly page_kind: 'home' }
  | { readonly kind: 'document'; readonly file_name: string; readonly purpose: 'resume' | 'job_description' };

/** A page as the pipeline reads it. */
export function pageSource(source_id: string, html: string): SourceWithPassages {
  const url = `${COMPANY_URL}/`;
  const { title, blocks, hidden } = extractPage(html, url);
  return sourceOf(source_id, { kind: 'page', url, page_kind: 'home' }, { title, blocks, hidden });
}

/** A document of which the blocks were read. */
export function documentSource(
  source_id: string,
  purpose: 'resume' | 'job_description',
  blocks: readonly Block[],
): SourceWithPassages {
  return sourceOf(source_id, { kind: 'document', file_name: `${purpose}.txt`, purpose }, { title: purpose, blocks });
}

/** The brief that the pipeline's local parts make of some sources: analysis, writing, check, assembly. */
export async function briefOfSources(sources: readonly SourceWithPassages[]): Promise<Brief> {
  const frame = { company_name: 'Tallowmere', company_url: COMPANY_URL };
  const analysis = await createLocalAnalyzer().analyze({ ...frame, sources });
  const request = { ...frame, role: null, audience: null, sources, analysis, gaps: [], today: new Date(NOW) };
  const draft = await createLocalWriter().write(request);
  return assembleBrief(request, draft, {
    session_id: 'k00000000000000000000000000',
    execution_id: 'k00000000000000000000000000-1',
    made_by: { analyzer: 'local', writer: 'local' },
    usage: NO_USAGE,
    clock: { now: () => new Date(NOW) },
  });
}

const NO_USAGE = {
  pages: 0,
  documents: 0,
  characters: 0,
  requests: {},
  comprehend_units: 0,
  input_tokens: 0,
  output_tokens: 0,
  transitions: 0,
  textract_pages: 0,
  estimated_cost_usd: 0,
  unpriced: [],
  left_out: [],
};

interface Content {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly hidden?: Source['hidden'];
}

function sourceOf(source_id: string, identity: Identity, { title, blocks, hidden }: Content): SourceWithPassages {
  const { text, passages } = buildPassages(source_id, blocks);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const source: Source = {
    ...identity,
    source_id,
    title,
    fetched_at: NOW,
    sha256,
    characters: text.length,
    warnings: [],
    text: { key: `work/session/sources/${source_id}.txt`, sha256, bytes: Buffer.byteLength(text) },
    ...(hidden === undefined ? {} : { hidden }),
  };
  return { source, passages: [...passages] };
}
