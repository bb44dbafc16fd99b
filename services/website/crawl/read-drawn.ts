import { PipelineError } from '../../../contracts/index.ts';
import type { PageRenderer } from '../browser/page-renderer.ts';
import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import { PageProblemError, pageProblem } from '../verdict/page-problem.ts';
import type { HtmlReading } from './read-html.ts';
import { readHtml } from './read-html.ts';

/** How pages are drawn that show nothing without their scripts. */
export interface Drawing {
  readonly renderer?: PageRenderer;
  readonly signal: AbortSignal;
}

/** Longest reason of a browser that is handed on, in characters. */
const MAX_REASON_CHARACTERS = 300;

/** What reading an answer gave: a page or a stub, or why it is none. */
type Outcome = HtmlReading | PageProblemError;

/**
 * Reads an HTML answer, and, where a renderer is given and the answer shows next to nothing without its scripts, what a browser makes of it. Throws as
 * {@link readHtml} does.
 */
export async function readHtmlOrDraw(
  response: FetchedResponse,
  { renderer, signal }: Drawing,
): Promise<{ readonly reading: HtmlReading; readonly url: string }> {
  const plain = outcomeOf(response);
  if (renderer === undefined || !needsScripts(plain)) return { reading: pageOrThrow(plain), url: response.url };
  try {
    const { url, html, browser } = await renderer.draw(response, signal);
    const drawn = readHtml({ ...response, url, ...utf8Html(html) });
    return {
      reading: withWarning(drawn, `The page shows its text only when its scripts run; it was drawn in ${browser}.`),
      url,
    };
  } catch (error) {
    if (!(error instanceof PipelineError) || signal.aborted) throw error;
    return { reading: withoutDrawing(plain, response.url, error), url: response.url };
  }
}

function outcomeOf(response: FetchedResponse): Outcome {
  try {
    return readHtml(response);
  } catch (error) {
    if (error instanceof PageProblemError) return error;
    throw error;
  }
}

function needsScripts(outcome: Outcome): boolean {
  if (outcome instanceof PageProblemError) return outcome.problem === 'scripts' || outcome.problem === 'no_text';
  return 'page' in outcome && outcome.page.script_shell;
}

function pageOrThrow(outcome: Outcome): HtmlReading {
  if (outcome instanceof PageProblemError) throw outcome;
  return outcome;
}

function utf8Html(html: string): Pick<FetchedResponse, 'bytes' | 'headers' | 'contentType'> {
  return {
    bytes: new TextEncoder().encode(html),
    headers: { 'content-type': 'text/html; charset=utf-8' },
    contentType: 'text/html',
  };
}

/** What only its metadata says of the page, where there is enough of it; why a browser was no help is said in either case. */
function withoutDrawing(plain: Outcome, url: string, error: PipelineError): HtmlReading {
  const why = error.message.slice(0, MAX_REASON_CHARACTERS);
  if (plain instanceof PageProblemError) throw pageProblem('scripts', url, `a browser did not help: ${why}`);
  return withWarning(plain, `A browser did not help: ${why}`);
}

function withWarning(reading: HtmlReading, warning: string): HtmlReading {
  return 'page' in reading ? { page: { ...reading.page, warnings: [...reading.page.warnings, warning] } } : reading;
}
