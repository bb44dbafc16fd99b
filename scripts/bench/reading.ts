import { reportReading } from './reading/report-reading.ts';

for (const line of await reportReading()) console.log(line);
