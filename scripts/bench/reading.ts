import { measureHostilePages } from './reading/hostile-pages.ts';
import type { SlowSiteResult } from './reading/slow-site.ts';
import { readSlowSite } from './reading/slow-site.ts';

/** Readings of which the fastest counts. */
const RUNS = 3;

const readings: SlowSiteResult[] = [];
for (let run = 0; run < RUNS; run += 1) readings.push(await readSlowSite());
const { pages, milliseconds, critical_path_milliseconds, most_at_once } = readings.reduce((best, reading) =>
  reading.milliseconds < best.milliseconds ? reading : best,
);
const ratio = (milliseconds / critical_path_milliseconds).toFixed(2);
console.log(
  `${pages} pages of a server that answers after 200 ms: ${milliseconds} ms, ${ratio} times the critical path of ${critical_path_milliseconds} ms; most requests at once: ${most_at_once}`,
);
for (const page of measureHostilePages()) {
  const against = (page.milliseconds / Math.max(1, page.tokenizer_milliseconds)).toFixed(1);
  const growth = (page.double_milliseconds / Math.max(1, page.milliseconds)).toFixed(1);
  console.log(
    `${page.name}: ${page.milliseconds} ms, ${against} times htmlparser2's tokenizer alone (${page.tokenizer_milliseconds} ms); twice the size takes ${growth} times as long; ${page.heap_megabytes} MB of heap`,
  );
}
