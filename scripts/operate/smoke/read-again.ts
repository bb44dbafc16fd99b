import pLimit from 'p-limit';
import type { Source } from '../../../contracts/index.ts';
import { PipelineError } from '../../../contracts/index.ts';
import type { DocumentReader } from '../../../services/documents/document-reader.ts';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { buildPassages } from '../../../services/sources/build-passages.ts';
import { readPage } from '../../../services/website/crawl/read-page.ts';
import { createGuardedFetch } from '../../../services/website/fetch/guarded-fetch.ts';
import { HostGate } from '../../../services/website/fetch/host-gate.ts';
import { createPoliteFetch } from '../../../services/website/fetch/polite-fetch.ts';
import { readLinkedPdfWith } from '../../../services/website/read-linked-pdf.ts';
import { createRobotsGate } from '../../../services/website/robots/robots-gate.ts';
import type { SourceText } from './check-quotes.ts';
import { isTextOf } from './check-quotes.ts';
import type { SmokeDocument } from './given-documents.ts';
import { PAGES_AT_ONCE, REREAD_SECONDS } from './limits.ts';

/** Reads a source once more. */
type ReadText = (source: Source) => Promise<string>;

/** What sources are read again with. */
export interface RereadOptions {
  /** What the run was given. */
  readonly documents: readonly SmokeDocument[];
  /** `host:port` of private addresses that may be read. */
  readonly allow_hosts: readonly string[];
}

/**
 * Reads sources once more, from this machine: pages from their sites, as guarded and polite as a run does, documents from what the run was given. One that cannot
 * be read says why; never throws.
 */
export async function readAgain(sources: readonly Source[], options: RereadOptions): Promise<Map<string, SourceText>> {
  const guarded = createGuardedFetch({ allowHosts: options.allow_hosts });
  const reader = createDocumentReader();
  const signal = AbortSignal.timeout(REREAD_SECONDS * 1_000);
  const [page, document] = [pageReader(guarded, reader, signal), documentReader(options.documents, reader, signal)];
  const limit = pLimit(PAGES_AT_ONCE);
  try {
    const entries = await Promise.all(
      sources.map((source) =>
        limit(async () => [source.source_id, await textOf(source, source.kind === 'page' ? page : document)] as const),
      ),
    );
    return new Map(entries);
  } finally {
    await guarded.close();
  }
}

async function textOf(source: Source, read: ReadText): Promise<SourceText> {
  try {
    return { text: await read(source), from: 'read again' };
  } catch (error) {
    return { unread: error instanceof PipelineError ? error.message : String(error) };
  }
}

function pageReader(
  guarded: ReturnType<typeof createGuardedFetch>,
  reader: DocumentReader,
  signal: AbortSignal,
): ReadText {
  const gate = new HostGate();
  const fetch = createPoliteFetch(guarded, gate);
  const robots = createRobotsGate({ fetch, onCrawlDelay: (host, seconds) => gate.setDelay(host, seconds) });
  const reading = { fetch, robots, now: () => new Date(), signal, readPdf: readLinkedPdfWith(reader) };
  return async (source) => {
    if (source.kind !== 'page') throw new TypeError(`${source.source_id} is no page.`);
    return buildPassages(source.source_id, (await readPage(source.url, reading)).blocks).text;
  };
}

/** A job description that was sent as text is a document of the run under a name that the API chose: the text itself tells which it is. */
function documentReader(documents: readonly SmokeDocument[], reader: DocumentReader, signal: AbortSignal): ReadText {
  const deadline = new Date(Date.now() + REREAD_SECONDS * 1_000);
  let read: Promise<readonly { readonly file_name: string; readonly text: string }[]> | undefined;
  return async (source) => {
    read ??= Promise.all(
      documents.map(async ({ file_name, bytes }) => {
        const { blocks } = await reader.read({ file_name, bytes, deadline, signal });
        return { file_name, text: buildPassages('D1', blocks).text };
      }),
    );
    const texts = await read;
    const named = source.kind === 'document' ? source.file_name : '';
    const found =
      texts.find(({ text }) => isTextOf(text, source)) ?? texts.find(({ file_name }) => file_name === named);
    if (found === undefined) throw new TypeError(`no document of this run reads as ${source.source_id} does`);
    return found.text;
  };
}
