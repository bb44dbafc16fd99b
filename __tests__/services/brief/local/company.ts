import type { PageKind, SourceWithPassages } from '../../../../contracts/index.ts';
import type { WritingRequest } from '../../../../services/brief/brief-writer.ts';
import type { Evidence } from '../../../../services/brief/local/evidence.ts';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { emptyAnalysis } from '../../../fixtures/brief/lanternfish.ts';
import { page } from '../../../fixtures/brief/sources.ts';

/** A request about a made-up company with the given sources. */
export function requestWith(
  sources: readonly SourceWithPassages[],
  more: Partial<WritingRequest> = {},
): WritingRequest {
  return {
    company_name: 'Saltmarsh Robotics',
    company_url: 'https://saltmarsh.example',
    role: null,
    audience: null,
    sources,
    analysis: emptyAnalysis,
    gaps: [],
    today: new Date('2026-11-22T00:00:00Z'),
    ...more,
  };
}

/** A page of the made-up company. */
export function sitePage(
  kind: PageKind,
  text: string,
  more: { id?: string; published?: string; language?: string; title?: string } = {},
): SourceWithPassages {
  const { id = 'W1', title = 'Saltmarsh Robotics', ...rest } = more;
  return page({ id, kind, url: `https://saltmarsh.example/${kind}/${id}`, title, text, ...rest });
}

/** The evidence of a site of one page. */
export function evidenceOn(kind: PageKind, text: string, more: Partial<WritingRequest> = {}): Evidence {
  return prepareEvidence(requestWith([sitePage(kind, text)], more));
}
