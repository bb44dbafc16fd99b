import type { z } from 'zod';
import type { ReadResult, ReadSource, SourceWithPassages } from '../contracts/index.ts';
import { scrapeCompany } from '../contracts/index.ts';
import type { StepServices } from '../services/services.ts';
import { storeManifest } from '../services/sources/manifest-store.ts';
import { storeSource } from '../services/sources/store-source.ts';
import type { PageContent } from '../services/website/website-reader.ts';
import { charactersOf } from './brief-usage.ts';
import type { Handler, StepContext } from './define-handler.ts';
import { defineHandler } from './define-handler.ts';
import { recallSources, reportedPage, reportedSource } from './reported-sources.ts';

/** Handler of ScrapeCompany: reads the site and stores every page's text. */
export function createHandler(services: StepServices): Handler {
  const run = async (input: z.output<typeof scrapeCompany.input>, context: StepContext): Promise<ReadResult> => {
    const read: ReadSource[] = [];
    const content = await services.website.read({
      company_name: input.company_name,
      company_url: input.company_url,
      also_urls: input.also_urls,
      job_url: input.job_url,
      max_pages: input.max_pages,
      deadline: new Date(input.deadline_at),
      signal: context.signal,
      onProgress: ({ pages, requests, page }) => {
        read.push(reportedPage(page));
        context.progress({ pages, requests }, read);
      },
    });
    const sources = await storePages(context, content.pages);
    const result = await storeManifest(services.artifacts, context.prefix, {
      sources,
      gaps: [...content.gaps],
      requests: { ...content.requests },
    });
    const requests = Object.values(content.requests).reduce((sum, count) => sum + count, 0);
    const counts = { pages: sources.length, requests, passages: result.passage_count, gaps: result.gap_count };
    context.progress(counts, sources.map(reportedSource));
    await context.meter.noteRead({ pages: sources.length, characters: charactersOf(sources) });
    return result;
  };
  return defineHandler(scrapeCompany, services, run, recallSources('pages'));
}

function storePages({ services, prefix }: StepContext, pages: readonly PageContent[]): Promise<SourceWithPassages[]> {
  return Promise.all(
    pages.map((page, index) =>
      storeSource(
        services.artifacts,
        prefix,
        {
          source_id: `W${index + 1}`,
          kind: 'page',
          url: page.url,
          page_kind: page.page_kind,
          fetched_at: page.fetched_at,
        },
        page,
      ),
    ),
  );
}
