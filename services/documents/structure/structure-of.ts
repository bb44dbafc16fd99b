import type { DocumentStructure, SourceWithPassages } from '../../../contracts/index.ts';
import { jobStructure } from './job-structure.ts';
import { resumeStructure } from './resume-structure.ts';

/** What a resume or job description says, by what it is about; undefined for other documents and for pages. */
export function structureOf(read: SourceWithPassages, today: Date): DocumentStructure | undefined {
  if (read.source.kind !== 'document') return undefined;
  if (read.source.purpose === 'resume') return resumeStructure(read, today);
  return read.source.purpose === 'job_description' ? jobStructure(read) : undefined;
}
