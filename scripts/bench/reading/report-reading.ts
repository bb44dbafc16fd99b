import { measureHostilePages } from './hostile-pages.ts';
import type { SlowSiteResult } from './slow-site.ts';
import { readSlowSite } from './slow-site.ts';

/** Readings of which the fastest counts. */
const RUNS = 3;

/** Reads a slow site and hostile pages, and gives a line for each: how long it took beside its critical path, or beside a tokenizer alone. */
export async function reportReading(): Promise<string[]> {
  const readings: SlowSiteResult[] = [];
  for (let run = 0; run < RUNS; run += 1) readings.push(await readSlowSite());
  const { pages, milliseconds, critical_path_milliseconds, most_at_once } = readings.reduce((best, reading) =>
    reading.milliseconds < best.milliseconds ? reading : best,
  );
  const ratio = (milliseconds / critical_path_milliseconds).toFixed(2);
  const slow = `${pages} pages of a server that answers after 200 ms: ${milliseconds} ms, ${ratio} times the critical path of ${critical_path_milliseconds} ms; most requests at once: ${most_at_once}`;
  return [slow, ...measureHostilePages().map(lineOf)];
}

function lineOf(page: ReturnType<typeof measureHostilePages>[number]): string {
  const against = (page.milliseconds / Math.max(1, page.tokenizer_milliseconds)).toFixed(1);
  const growth = (page.double_milliseconds / Math.max(1, page.milliseconds)).toFixed(1);
  return `${page.name}: ${page.milliseconds} ms, ${against} times htmlparser2's tokenizer alone (${page.tokenizer_milliseconds} ms); twice the size takes ${growth} times as long; ${page.heap_megabytes} MB of heap`;
}
