import { describe, expect, it } from '@jest/globals';
import { JobStructure, ResumeStructure } from '../../../../contracts/index.ts';
import { jobStructure } from '../../../../services/documents/structure/job-structure.ts';
import { resumeStructure } from '../../../../services/documents/structure/resume-structure.ts';
import { madeUpDocument } from './made-up-document.ts';

const TODAY = new Date('2026-11-01T00:00:00Z');

function resume(text: string): ResumeStructure {
  return ResumeStructure.parse(resumeStructure(madeUpDocument(text, 'resume'), TODAY));
}

function job(text: string): JobStructure {
  return JobStructure.parse(jobStructure(madeUpDocument(text, 'job_description')));
}

function rolesOf(text: string): readonly unknown[] {
  return resume(text).roles.map(({ title, organization, period }) => [title, organization, period.from, period.to]);
}

describe('positions of a resume', () => {
  it.each([
    [
      'on the lines before their dates',
      'EXPERIENCE\n\nHead of Mathematics\nAshton Park School\nSept 2018 – Aug 2024\n- Led a department of nine\n\nMathematics Teacher\nHillside Academy\n09/2013 – 08/2018\n- Taught ages 11 to 18',
      [
        ['Head of Mathematics', 'Ashton Park School', '2018-09', '2024-08'],
        ['Mathematics Teacher', 'Hillside Academy', '2013-09', '2018-08'],
      ],
    ],
    [
      'on the lines behind their dates',
      'BERUFLICHER WERDEGANG\n\nseit 04/2022\nTeamleiterin\nSpreewerk GmbH, Berlin\n- Führung von acht Prüfern\n\n08/2017 - 03/2022\nTestingenieurin\nHavel Elektronik AG, Potsdam\n- Automatisierte Tests',
      [
        ['Teamleiterin', 'Spreewerk GmbH', '2022-04', null],
        ['Testingenieurin', 'Havel Elektronik AG', '2017-08', '2022-03'],
      ],
    ],
    [
      'in columns, with years of two digits',
      "WORK EXPERIENCE\n\nFull Stack Developer    Pebble Insurance    London    Oct '21 - present\n- Vue",
      [['Full Stack Developer', 'Pebble Insurance', '2021-10', null]],
    ],
    [
      'in French, from a month on',
      'Expérience professionnelle\n\nDepuis janvier 2021 : Ingénieure logiciel, Soierie Numérique, Lyon\n\nSept. 2016 – déc. 2020 : Développeuse web, Agence Rhône, Lyon',
      [
        ['Ingénieure logiciel', 'Soierie Numérique', '2021-01', null],
        ['Développeuse web', 'Agence Rhône', '2016-09', '2020-12'],
      ],
    ],
    [
      'under academic headings',
      'ACADEMIC APPOINTMENTS\n\nAssistant Professor, University of Sofia, Sofia, Bulgaria 2021–present',
      [['Assistant Professor', 'University of Sofia', '2021', null]],
    ],
  ])('are told %s', (_name, text, expected) => {
    // Act and assess
    expect(rolesOf(`Ana Ruiz\n\n${text}\n`)).toEqual(expected);
  });

  it('are not the studies of a resume without headings', () => {
    // Act
    const { roles, education } = resume(
      'Amelia Stone\n\nData Analyst, Orchard Stores, Leeds, June 2020 to present\n\nBA Economics, University of Leeds, 2014-2017\n',
    );

    // Assess
    expect(roles.map(({ title }) => title)).toEqual(['Data Analyst']);
    expect(education).toMatchObject([{ period: { from: '2014', to: '2017' } }]);
  });
});

describe('the contact of a resume', () => {
  it('tells the name from the degrees behind it and the place from its postal code', () => {
    // Act
    const { contact } = resume('Grace Mwangi, RN\nLindenstraße 12, 20099 Hamburg\ngrace@example.org\n\nEXPERIENCE\n');

    // Assess
    expect(contact).toMatchObject({ name: 'Grace Mwangi', location: '20099 Hamburg' });
  });
});

describe('a job description', () => {
  it('keeps the entries of lists that lost their bullets under their headings', () => {
    // Act
    const { requirements } = job(
      'QUALIFICATIONS\n3+ years in customer success or account management\nExcellent written English\n\nDESIRED\nExperience in health care\nSalesforce\n',
    );

    // Assess
    expect(requirements.map(({ need, text }) => `${need}: ${text}`)).toEqual([
      'must: 3+ years in customer success or account management',
      'must: Excellent written English',
      'nice: Experience in health care',
      'nice: Salesforce',
    ]);
  });

  it('in prose tells what "you will" do, where and for how much', () => {
    // Act
    const { responsibilities, location, salary } = job(
      'We are hiring a DevOps Engineer in our Tallinn office.\n\nYou will keep our build farm fast. You will also write the runbooks.\n\nWe pay between 4,500 and 6,000 EUR gross per month.\n',
    );

    // Assess
    expect(responsibilities.map(({ text }) => text)).toEqual([
      'You will keep our build farm fast.',
      'You will also write the runbooks.',
    ]);
    expect({ location: location?.text, salary }).toMatchObject({
      location: 'Tallinn',
      salary: { min: 4500, max: 6000, currency: 'EUR', per: 'month' },
    });
  });

  it.each([
    ['Product Designer\n\nAustin, TX / Product / Full-time / Remote', 'Austin, TX'],
    ['Pflegefachkraft (m/w/d)\n\nArbeitsort: 04109 Leipzig', 'Leipzig'],
    ['Werkstudent Frontend (m/w/d) in Köln\n\n18 € pro Stunde', 'Köln'],
  ])('names its place: %j', (text, expected) => {
    // Act and assess
    expect(job(text).location?.text).toBe(expected);
  });

  it.each([
    ['18 € pro Stunde', { min: 18, currency: 'EUR', per: 'hour' }],
    ['Pay: CAD 130,000 to 155,000 a year', { min: 130_000, max: 155_000, currency: 'CAD', per: 'year' }],
  ])('names its pay: %s', (text, expected) => {
    // Act and assess
    expect(job(`Assistant\n\n${text}\n`).salary).toMatchObject(expected);
  });
});
