import type { FetchedResponse } from '../fetch/guarded-fetch.ts';
import type { PoliteFetch } from '../fetch/polite-fetch.ts';
import type { RobotsGate } from '../robots/robots-gate.ts';

/** A page as a browser shows it after its scripts ran. */
export interface DrawnPage {
  /** Where the page is in the end; its scripts may have led on within its site. */
  readonly url: string;
  /** Its elements as HTML, with what decides whether they are seen in `style`. */
  readonly html: string;
  /** Name and version of the browser. */
  readonly browser: string;
}

/** Draws pages that show their text only when their scripts run. */
export interface PageRenderer {
  /** Draws a page out of the answer that was fetched for it. Rejects with `SiteUnavailableError` when that does not work, until `signal` ends it. */
  draw(page: FetchedResponse, signal: AbortSignal): Promise<DrawnPage>;
  /** Lets go of everything. Never rejects. */
  close(): Promise<void>;
}

/** What requests of pages go through: the fetch and the robots.txt files of the whole reading. */
export interface RunRequests {
  readonly fetch: PoliteFetch;
  readonly robots: RobotsGate;
}

/** Makes a renderer for one reading. */
export type OpenRenderer = (requests: RunRequests) => PageRenderer;
