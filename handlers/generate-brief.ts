import type { Brief, BriefPointers } from '../contracts/index.ts';
import { Analysis, generateBrief } from '../contracts/index.ts';
import { assembleBrief } from '../services/brief/assemble-brief.ts';
import type { WritingRequest } from '../services/brief/brief-writer.ts';
import { renderHtml } from '../services/brief/render/render-html.ts';
import { renderJson } from '../services/brief/render/render-json.ts';
import { renderMarkdown } from '../services/brief/render/render-markdown.ts';
import { createPaidAnswers } from '../services/paid/stored-paid-answers.ts';
import type { StepServices } from '../services/services.ts';
import { loadJson } from '../services/sources/manifest-store.ts';
import { loadStructures } from '../services/sources/store-structure.ts';
import { briefUsage } from './brief-usage.ts';
import type { Handler, StepContext } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { loadGathered } from './gathered-sources.ts';

/** Handler of GenerateBrief: has the brief written, holds every claim against its quotes, renders and stores it. */
export function createHandler(services: StepServices): Handler {
  return defineHandler(generateBrief, services, async (input, context) => {
    const { sources, gaps, requests } = await loadGathered(services, input, input.company_url);
    const analysis = await loadJson(services.artifacts, input.analysis, Analysis);
    const request: WritingRequest = {
      company_name: input.company_name,
      company_url: input.company_url,
      role: input.role,
      audience: input.audience,
      sources,
      structures: await loadStructures(services.artifacts, sources),
      analysis,
      gaps: [...gaps, ...analysis.gaps],
      today: services.clock.now(),
      signal: context.signal,
      meter: context.meter,
      paid: createPaidAnswers(services.artifacts, input.session_id),
    };
    const draft = await services.writer.write(request);
    const brief = assembleBrief(request, draft, {
      session_id: input.session_id,
      execution_id: input.execution_id,
      made_by: services.settings.made_by,
      usage: await briefUsage(context, input.session_id, { sources, requests }),
      clock: services.clock,
    });
    return report(context, brief, await storeBrief(context, brief));
  });
}

async function storeBrief({ services: { artifacts }, prefix }: StepContext, brief: Brief): Promise<BriefPointers> {
  // `work/{session_id}/GenerateBrief/{hash}/` becomes `briefs/{session_id}/{hash}/`: a later attempt with other input writes beside it.
  const folder = prefix.replace(/^work\/([^/]+)\/[^/]+\//, 'briefs/$1/');
  // All forms are rendered before the first is stored, so that a failure leaves nothing half done.
  const forms = [
    ['brief.json', renderJson(brief), 'application/json'],
    ['brief.md', renderMarkdown(brief), 'text/markdown; charset=utf-8'],
    ['brief.html', renderHtml(brief), 'text/html; charset=utf-8'],
  ] as const;
  const store = ([name, body, type]: (typeof forms)[number]) => artifacts.putOnce(`${folder}${name}`, body, type);
  const [json, markdown, html] = await Promise.all([store(forms[0]), store(forms[1]), store(forms[2])]);
  return { json, markdown, html };
}

function report({ progress, meter }: StepContext, brief: Brief, pointers: BriefPointers) {
  const claims = brief.sections.reduce((sum, section) => sum + section.claims.length, 0);
  const dropped = Object.values(brief.dropped_claims).reduce((sum, count) => sum + count, 0);
  const { input_tokens = 0, output_tokens = 0 } = meter.counts;
  progress({
    sections: brief.sections.length,
    claims,
    dropped,
    gaps: brief.gaps.length,
    words: brief.words,
    input_tokens,
    output_tokens,
  });
  return {
    brief: pointers,
    degraded: brief.degraded,
    section_count: brief.sections.length,
    claim_count: claims,
    dropped_claim_count: dropped,
    gap_count: brief.gaps.length,
    words: brief.words,
    input_tokens: brief.usage.input_tokens,
    output_tokens: brief.usage.output_tokens,
  };
}
