import { describe, expect, it } from '@jest/globals';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { matchRequirements } from '../../../../services/brief/local/match-requirements.ts';
import { evidenceOf } from '../../../../services/brief/local/sections/fit.ts';
import { storiesToTell } from '../../../../services/brief/local/sections/stories-to-tell.ts';
import { document } from '../../../fixtures/brief/sources.ts';
import { requestWith } from './company.ts';

const RESUME = [
  '# Experience',
  'Shipwright, Saltmarsh Yard, March 2015 – Present',
  '- Adopted by 3 yards with 40 cranes',
  '- Built hulls for 12 ferries and published the plans on GitHub',
].join('\n');

function evidenceFor(requirements: readonly string[]) {
  const text = `# Requirements\n${requirements.map((line) => `- ${line}`).join('\n')}`;
  return prepareEvidence(
    requestWith([
      document({ id: 'D1', purpose: 'job_description', file: 'job.txt', title: 'Job', text }),
      document({ id: 'D2', purpose: 'resume', file: 'cv.txt', title: 'CV', text: RESUME }),
    ]),
  );
}

function answerTo(requirement: string): { readonly strength: string; readonly says: string } | undefined {
  const { job, resume, words } = evidenceFor([requirement]);
  const match = job && resume && matchRequirements(job, resume, words)[0];
  return match ? { strength: match.strength, says: evidenceOf(match) } : undefined;
}

describe('years of experience', () => {
  it.each([
    ['5+ years as a shipwright', 'strong', 'Your dated positions since March 2015 cover it.'],
    ['At least five years of professional experience', 'strong', 'Your dated positions since March 2015 cover it.'],
    [
      '5+ years as a pastry chef or baker',
      'partial',
      'Your dated positions since March 2015 are long enough; show that they were of this kind.',
    ],
    ['25 years as a shipwright', 'partial', 'Your dated positions since March 2015 add up to less than they ask for.'],
  ])('%s', (requirement, strength, says) => {
    expect(answerTo(requirement)).toEqual({ strength, says });
  });
});

describe('skills', () => {
  it('include what another skill implies', () => {
    expect(answerTo('Version control with Git')).toMatchObject({ strength: 'strong' });
  });
});

describe('what is asked for', () => {
  it('leaves out notes below the list', () => {
    const { job } = evidenceFor(['Welding of hulls', '*The stated experience is a guide for you']);
    expect(job?.requirements.map(({ text }) => text)).toEqual(['Welding of hulls']);
  });

  it('takes no heading inside the tasks for a task', () => {
    const text = '# Responsibilities\n- Hull Design & Welding\n- Weld the hulls\n- Build Frames';
    const job = document({ id: 'D1', purpose: 'job_description', file: 'job.txt', title: 'Job', text });
    const evidence = prepareEvidence(requestWith([job]));
    expect(evidence.job?.tasks.map((task) => task.text)).toEqual(['Weld the hulls', 'Build Frames']);
  });
});

describe('a story', () => {
  it('is told of what the candidate did, not of what others did', () => {
    const told = storiesToTell(evidenceFor(['Welding of hulls'])).map(({ statement }) => statement);
    expect(told).toEqual([expect.stringMatching(/^Tell how you built hulls for 12 ferries/)]);
  });
});
