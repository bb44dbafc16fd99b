import type { Brief, Gap, Section, Usage } from '../../contracts/index.ts';
import { SectionId } from '../../contracts/index.ts';
import type { Clock } from '../services.ts';
import type { AcceptedSection } from './accept-claims.ts';
import { acceptClaims } from './accept-claims.ts';
import { briefWords } from './brief-words.ts';
import type { Draft, WritingRequest } from './brief-writer.ts';
import { capGaps, capWords } from './cap-words.ts';
import { dedupeClaims } from './dedupe-claims.ts';
import { sectionGaps } from './section-gaps.ts';
import { SECTION_TITLES } from './section-titles.ts';

/** What a brief says about the run that made it. Tokens and what was left out come from the draft and are added here. */
export interface BriefContext {
  readonly session_id: string;
  readonly execution_id: string;
  readonly made_by: Readonly<Record<string, string>>;
  readonly usage: Usage;
  readonly clock: Clock;
}

/**
 * Makes the brief of a draft: copies the quotes, holds every claim against them, leaves out what was said before, keeps to the word cap, and names
 * what is missing. Any writer's draft passes through here; what does not stand is dropped and counted. Throws nothing.
 */
export function assembleBrief(request: WritingRequest, draft: Draft, context: BriefContext): Brief {
  const { sections: accepted, dropped } = acceptClaims(request, draft);
  const distinct = dedupeClaims(inReadingOrder(accepted));
  const gaps = gapsOf(request, draft, distinct);
  const { sections, cut } = capWords(distinct, gaps);
  const left_out = [
    ...context.usage.left_out,
    ...draft.usage.left_out,
    ...(cut === 0 ? [] : [`${cut} statements that did not fit the length of a brief`]),
  ];
  return {
    schema_version: 1,
    session_id: context.session_id,
    execution_id: context.execution_id,
    company_name: request.company_name,
    company_url: request.company_url,
    ...(request.role === null ? {} : { role: request.role }),
    ...(request.audience === null ? {} : { audience: request.audience }),
    generated_at: context.clock.now().toISOString(),
    made_by: { ...context.made_by },
    degraded: request.gaps.some((gap) => gap.error !== undefined),
    sections: sections.map(titled),
    gaps,
    sources: request.sources.map(({ source }) => source),
    dropped_claims: { ...dropped },
    words: briefWords(sections, gaps),
    usage: {
      ...context.usage,
      input_tokens: context.usage.input_tokens + draft.usage.input_tokens,
      output_tokens: context.usage.output_tokens + draft.usage.output_tokens,
      left_out,
    },
  };
}

/** Sections in the order of the contract, each once, whatever order the writer gave them in. */
function inReadingOrder(sections: readonly AcceptedSection[]): AcceptedSection[] {
  return SectionId.options.map((section_id) => ({
    section_id,
    claims: sections.filter((section) => section.section_id === section_id).flatMap(({ claims }) => claims),
  }));
}

function gapsOf(request: WritingRequest, draft: Draft, sections: readonly AcceptedSection[]): Gap[] {
  const present = new Set(sections.filter(({ claims }) => claims.length > 0).map(({ section_id }) => section_id));
  const known = [...request.gaps, ...draft.gaps];
  return capGaps([...known, ...sectionGaps(request, present, known)]);
}

function titled({ section_id, claims }: AcceptedSection): Section {
  return {
    section_id,
    title: SECTION_TITLES[section_id],
    claims: claims.map((claim, position) => ({ claim_id: `${section_id}-${position + 1}`, ...claim })),
  };
}
