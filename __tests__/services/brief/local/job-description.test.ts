import { describe, expect, it } from '@jest/globals';
import { readJobDescription } from '../../../../services/brief/local/job-description.ts';
import { document } from '../../../fixtures/brief/sources.ts';

function read(text: string) {
  return readJobDescription(document({ id: 'D2', purpose: 'job_description', file: 'job.txt', title: 'Welder', text }));
}

function needs(text: string): string[] {
  return read(text).requirements.map(({ need, text: line }) => `${need}: ${line}`);
}

describe('a job description', () => {
  it('takes a degree of something for no degree', () => {
    const [autonomy, degree] = read(
      '# Requirements\n- Works with a high degree of autonomy\n- A degree in welding',
    ).requirements;
    expect([autonomy?.degree, degree?.degree]).toEqual([false, true]);
  });

  it('tells musts from what is nice to have, tasks, benefits and law', () => {
    const job = read(
      '# Welder\n## What you will do\n- Weld frames\n## Requirements\n- TIG welding\n## Preferred qualifications\n- A forklift license\n## Benefits\n- Free lunch\n## Equal opportunity\n- We welcome everybody',
    );
    expect(job.requirements.map(({ need, text }) => `${need}: ${text}`)).toEqual([
      'must: TIG welding',
      'nice: A forklift license',
    ]);
    expect(job.tasks.map(({ text }) => text)).toEqual(['Weld frames']);
  });

  it.each([
    [
      'without marked headings',
      'Requirements:\n• TIG welding of frames\n• Three years in a yard\nWhat we offer\nFree lunch',
      ['must: TIG welding of frames', 'must: Three years in a yard'],
    ],
    ['in German', '# Dein Profil\n- Erfahrung im Schweißen\n# Wir bieten\n- Kantine', ['must: Erfahrung im Schweißen']],
    ['in French', '# Profil recherché\n- Trois ans de soudure\n# Avantages\n- Cantine', ['must: Trois ans de soudure']],
    [
      'in one line',
      'Skills: welding of frames, reading of plans',
      ['must: Skills: welding of frames, reading of plans'],
    ],
    [
      'in prose',
      'We weld. You have five years of experience with robots. Knowledge of tides is a plus.',
      ['must: You have five years of experience with robots.', 'nice: Knowledge of tides is a plus.'],
    ],
    [
      'with lists pasted into one line each',
      'Required qualifications • TIG welding • Reading of plans\nPreferred qualifications • A forklift license • Swedish',
      ['must: TIG welding', 'must: Reading of plans', 'nice: A forklift license', 'nice: Swedish'],
    ],
    [
      'with prose after the list',
      '# Requirements\n- TIG welding\nWe are an old company by the sea that welds frames for everybody.',
      ['must: TIG welding'],
    ],
    [
      'with a wish inside the musts',
      '# Requirements\n- TIG welding\n- Swedish (nice to have)',
      ['must: TIG welding', 'nice: Swedish (nice to have)'],
    ],
  ])('is read %s', (_, text, expected) => {
    expect(needs(text)).toEqual(expected);
  });

  it.each([
    ['5+ years of experience with robots', { years: 5, soft: false }],
    ['3-5 years of experience', { years: 3 }],
    ['Go, Rust or Java', { skills: ['Go', 'Rust', 'Java'], anySkill: true }],
    ['Kubernetes and Terraform', { skills: ['Kubernetes', 'Terraform'], anySkill: false }],
    ["Bachelor's degree in engineering", { degree: true }],
    ['Fluent Swedish', { language: 'Swedish', soft: false }],
    ['You are curious and communicate clearly', { soft: true }],
  ])('understands “%s”', (line, expected) => {
    expect(read(`# Requirements\n- ${line}`).requirements[0]).toMatchObject(expected);
  });
});
