import type { SectionId, SourceWithPassages } from '../../../../contracts/index.ts';
import type { WritingRequest } from '../../brief-writer.ts';
import type { TurnBlock, UserTurn } from '../model-transport.ts';
import { SECTION_PROMPTS } from '../section-prompts.ts';
import { jsonLine } from './json-line.ts';
import { sourceBlock } from './source-block.ts';

/** The turn that asks for sections: request and sources as untrusted blocks, then what to write. */
export function userTurn(
  request: WritingRequest,
  sections: readonly SectionId[],
  sources: readonly SourceWithPassages[],
): UserTurn {
  const untrusted = [requestBlock(request), ...sources.map(sourceBlock)];
  return {
    role: 'user',
    blocks: [
      ...untrusted.map((text): TurnBlock => ({ kind: 'untrusted', text })),
      { kind: 'instruction', text: sectionsBlock(sections) },
    ],
  };
}

function requestBlock({ company_name, company_url, role, audience, today }: WritingRequest): string {
  const line = jsonLine({ company: company_name, address: company_url, role, audience, today: isoDay(today) });
  return `<request>\n${line}\n</request>`;
}

function sectionsBlock(sections: readonly SectionId[]): string {
  const lines = sections.map(
    (id) => `${id}: at most ${SECTION_PROMPTS[id].max_claims} claims. ${SECTION_PROMPTS[id].asks}`,
  );
  return ['<sections>', ...lines, '</sections>', 'Write these sections now, as one JSON object.'].join('\n');
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}
