import type { Sentence } from './sentence.ts';

/** What a part of a resume is about. */
export type ResumePart = 'summary' | 'experience' | 'education' | 'skills' | 'projects' | 'references' | 'other';

/** A line of a resume and the part it stands in. */
export interface ResumeLine extends Sentence {
  readonly part: ResumePart;
}
