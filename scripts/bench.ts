import { parseArgs } from 'node:util';
import { measureDemo } from './bench/demo-time.ts';
import { measureDocumentSpeed } from './bench/documents/reading-speed.ts';
import { reportReading } from './bench/reading/report-reading.ts';

/** Enough for a median that one disturbed run does not move, and done in less than a minute. */
const DEFAULT_RUNS = '5';

const { values } = parseArgs({ options: { runs: { type: 'string', default: DEFAULT_RUNS } } });
const runs = Number.parseInt(values.runs, 10);
if (!(runs > 0)) throw new RangeError(`--runs ${values.runs}: give a whole number of runs above 0`);

const { median, fastest, slowest } = measureDemo(runs);
console.log(
  `demo, ${runs} runs: median ${median.toFixed(2)} s, fastest ${fastest.toFixed(2)} s, slowest ${slowest.toFixed(2)} s`,
);

const { own_milliseconds, pdfjs_milliseconds, two_at_once_milliseconds } = await measureDocumentSpeed();
console.log(
  `a PDF of 100 pages: ${own_milliseconds} ms, ${(own_milliseconds / pdfjs_milliseconds).toFixed(2)} times raw pdf.js (${pdfjs_milliseconds} ms); two at once: ${two_at_once_milliseconds} ms, ${(two_at_once_milliseconds / own_milliseconds).toFixed(2)} times one`,
);

for (const line of await reportReading()) console.log(line);
