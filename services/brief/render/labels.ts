import type { Audience, FitStrength } from '../../../contracts/index.ts';

/** Titles of what follows the sections of a brief; those of the sections themselves come with the brief. */
export const TITLES = {
  gaps: 'What could not be found out',
  sources: 'Sources',
  usage: 'How this brief was made',
} as const;

/** Who asks, as a heading over likely questions. */
export const AUDIENCE_LABELS: Readonly<Record<Audience, string>> = {
  recruiter: 'Recruiter',
  hiring_manager: 'Hiring manager',
  peer: 'Future colleagues',
  panel: 'Panel',
};

/** The heading over likely questions of nobody in particular. */
export const ANYONE_LABEL = 'Anyone';

/** How well the resume meets a requirement, in a word. */
export const STRENGTH_LABELS: Readonly<Record<FitStrength, string>> = {
  strong: 'Strong',
  partial: 'Partial',
  missing: 'Missing',
};

/** What stands behind a claim that is advice or a conclusion. */
export const INFERRED_LABEL = '(inferred)';
