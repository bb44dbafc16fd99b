import { describe, expect, it } from '@jest/globals';
import { JobStructure } from '../../../../contracts/index.ts';
import { jobStructure } from '../../../../services/documents/structure/job-structure.ts';
import { madeUpDocument } from './made-up-document.ts';

const JOB = `
Senior Backend Engineer
Location: Odense, Denmark

Lanternworks has raised $150M and is hiring. The role is hybrid.

RESPONSIBILITIES

- Run the billing services
- Review what others write

REQUIREMENTS

- Five years of Go or Rust in production
- PostgreSQL

NICE TO HAVE

- Kafka

COMPENSATION

The salary is €70,000 – €85,000 a year.
`;

function salaryOf(sentence: string) {
  return jobStructure(madeUpDocument(`Engineer\n\n${sentence}`, 'job_description')).salary;
}

describe('the structure of a job description', () => {
  const structure = JobStructure.parse(jobStructure(madeUpDocument(JOB, 'job_description')));

  it('tells what is asked for and how urgently', () => {
    // Assess
    expect(structure.requirements).toMatchObject([
      { text: 'Five years of Go or Rust in production', need: 'must', skills: ['Go', 'Rust'], years: 5 },
      { text: 'PostgreSQL', need: 'must', skills: ['PostgreSQL'] },
      { text: 'Kafka', need: 'nice', skills: ['Kafka'] },
    ]);
  });

  it('tells what the person will do, skills, pay, place and arrangement', () => {
    // Assess
    expect(structure.responsibilities.map(({ text }) => text)).toEqual([
      'Run the billing services',
      'Review what others write',
    ]);
    expect(structure.skills.map(({ name }) => name)).toEqual(['Go', 'Rust', 'PostgreSQL', 'Kafka']);
    expect(structure.salary).toMatchObject({ min: 70_000, max: 85_000, currency: 'EUR', per: 'year' });
    expect(structure).toMatchObject({ location: { text: 'Odense, Denmark' }, work_arrangement: 'hybrid' });
  });

  it.each([
    ['Salary: 52–58k EUR', { min: 52_000, max: 58_000, currency: 'EUR', per: 'year' }],
    ['We pay between €4.100 and €6.500 gross per month.', { min: 4_100, max: 6_500, currency: 'EUR', per: 'month' }],
    ['Up to £85,000 plus bonus and a good base.', { max: 85_000, currency: 'GBP', per: 'year' }],
    ['Salary range: from €4,500 gross / month.', { min: 4_500, currency: 'EUR', per: 'month' }],
    ['The rate is $55 - $70 per hour.', { min: 55, max: 70, currency: 'USD', per: 'hour' }],
  ])('reads pay: %s', (sentence, expected) => {
    // Assess
    expect(salaryOf(sentence)).toMatchObject(expected);
  });

  it.each([
    'We have raised $66M from investors.',
    'A run rate of £1.5B, growing fast.',
    'You get a learning budget of €2,000 a year.',
    'Our platform serves 40,000 users.',
  ])('takes for no pay: %s', (sentence) => {
    // Assess
    expect(salaryOf(sentence)).toBeUndefined();
  });
});
