import type { Brief, Gap, Section, Usage } from '../../contracts/index.ts';
import { SectionId } from '../../contracts/index.ts';
import type { Clock } from '../services.ts';
import type { AcceptedSection } from './accept-claims.ts';
import { acceptClaims } from './accept-claims.ts';
import type { Draft, WritingRequest } from './brief-writer.ts';
import { capGaps, capWords } from './cap-words.ts';
import { dedupeClaims } from './dedupe-claims.ts';
import { countBriefWords } from './render/count-brief-words.ts';
import { sectionGaps } from './section-gaps.ts';
import { SECTION_TITLES } from './section-titles.ts';
import { withHarmlessTitle } from './without-instructions.ts';

/** What a brief says about the run that made it. What the model's calls took and what was left out come from the draft and are added here. */
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
  const frame = { ...frameOf(request, context), gaps, dropped_claims: { ...dropped } };
  const usage = usageOf(draft, context);
  const made = (sections: readonly AcceptedSection[]): Brief => ({
    ...frame,
    sections: sections.map(titled),
    words: 0,
    usage,
  });
  const { sections, cut } = capWords(distinct, (kept) => countBriefWords(made(kept)));
  const brief = made(sections);
  const left_out = [
    ...usage.left_out,
    ...(cut === 0 ? [] : [`${cut} statements that did not fit the length of a brief`]),
  ];
  return { ...brief, words: countBriefWords(brief), usage: { ...usage, left_out } };
}

/** What of a brief the request and the run say. */
function frameOf(request: WritingRequest, context: BriefContext) {
  return {
    schema_version: 1 as const,
    session_id: context.session_id,
    execution_id: context.execution_id,
    company_name: request.company_name,
    company_url: request.company_url,
    ...(request.role === null ? {} : { role: request.role }),
    ...(request.audience === null ? {} : { audience: request.audience }),
    generated_at: context.clock.now().toISOString(),
    made_by: { ...context.made_by },
    degraded: request.gaps.some((gap) => gap.error !== undefined),
    sources: request.sources.map(withHarmlessTitle),
  };
}

function usageOf({ usage }: Draft, context: BriefContext): Usage {
  return {
    ...context.usage,
    ...(usage.model_latency_ms === undefined ? {} : { model_latency_ms: usage.model_latency_ms }),
    left_out: [...context.usage.left_out, ...usage.left_out],
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
