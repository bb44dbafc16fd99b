import { measureAsl } from './asl.ts';
import { measureDocuments } from './documents.ts';
import { measureInjection } from './injection/measure-injection.ts';
import { measureJobDescriptions } from './job-descriptions.ts';
import type { Measure, Measurement } from './measure.ts';
import { measurePages } from './pages.ts';
import { measureResumes } from './resumes.ts';
import { measureRobots } from './robots.ts';
import { measureSsrf } from './ssrf.ts';

/** Every kind of case, in the order in which it is reported. */
const MEASURES: Readonly<Record<string, Measure>> = {
  pages: measurePages,
  documents: measureDocuments,
  resumes: measureResumes,
  job_descriptions: measureJobDescriptions,
  robots: measureRobots,
  ssrf: measureSsrf,
  injection: measureInjection,
  asl: measureAsl,
};

/** Measures all cases below a folder, kind by kind as they are done. Kinds that the folder lacks are left out. */
export async function* measureEvidence(folder: string): AsyncGenerator<readonly [string, Measurement]> {
  for (const [kind, measure] of Object.entries(MEASURES)) {
    const measurement = await measure(folder);
    if (measurement !== undefined) yield [kind, measurement];
  }
}
