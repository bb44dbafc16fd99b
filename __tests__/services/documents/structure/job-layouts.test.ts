import { describe, expect, it } from '@jest/globals';
import { JobStructure } from '../../../../contracts/index.ts';
import { jobStructure } from '../../../../services/documents/structure/job-structure.ts';
import { madeUpDocument } from './made-up-document.ts';

function job(text: string): JobStructure {
  return JobStructure.parse(jobStructure(madeUpDocument(text, 'job_description')));
}

function needsOf(text: string): string[] {
  return job(text).requirements.map((requirement) => `${requirement.need}: ${requirement.text}`);
}

describe('what a job asks for', () => {
  it.each([
    [
      "WHAT WE'D LOVE TO SEE\n\n- Two years in a lab\n\nWHAT WOULD MAKE YOU STAND OUT\n\n- Danish\n\nWHAT'S IN IT FOR YOU\n\n- A bicycle\n",
      ['must: Two years in a lab', 'nice: Danish'],
    ],
    [
      'Das bringst du mit\n• Ausbildung als Koch\n\nGern gesehen\n• Englisch\n\nDarauf kannst du dich freuen\n• Ein Fahrrad\n',
      ['must: Ausbildung als Koch', 'nice: Englisch'],
    ],
    [
      "How you'll spend your time\n\nSorting post\n\nYou'll be a great fit if\n\nYou write neatly\n\nEven better if\n\nYou speak Irish\n",
      ['must: You write neatly', 'nice: You speak Irish'],
    ],
    [
      'The skills you bring\n1. Welding\n\nEducation\nSecondary school\n\nTotal rewards\nA bicycle\n',
      ['must: Welding', 'must: Secondary school'],
    ],
  ])('is told under its headings: %j', (text, expected) => {
    // Act and assess
    expect(needsOf(`Assistant\n\n${text}`)).toEqual(expected);
  });

  it('is told in prose by what the reader is and has', () => {
    // Act
    const needs = needsOf(
      "Baker\n\nWe bake bread in a mill.\n\nYou know sourdough by its smell and you've kept a starter alive. You are responsible for the oven.\n\nA van license is a plus.\n",
    );

    // Assess
    expect(needs).toEqual([
      "must: You know sourdough by its smell and you've kept a starter alive.",
      'nice: A van license is a plus.',
    ]);
  });

  it('ends where sentences follow a list that lost its bullets, and names no pay', () => {
    // Act
    const needs = needsOf(
      'Clerk\n\nIdeally you also have:\n\nSome Polish\n\nA driving license\n\nThe salary is £28,000 to £31,000 a year and we review it every spring with you.\n',
    );

    // Assess
    expect(needs).toEqual(['nice: Some Polish', 'nice: A driving license']);
  });

  it('stands under plain headings between lists that lost their bullets', () => {
    // Act
    const needs = needsOf(
      'Clerk\n\nResponsibilities\n\nSort the post\n\nKeep the register\n\nMinimum Requirements\n\nNeat handwriting\n\nPay Range\n\n$30,000 - $40,000 Annual\n',
    );

    // Assess
    expect(needs).toEqual(['must: Neat handwriting']);
  });

  it('is told by what the reader should be and who is welcome', () => {
    // Act
    const needs = needsOf(
      'A clerk in Derry.\n\nYou should be well organized. We would particularly like to hear from readers of Irish.\n',
    );

    // Assess
    expect(needs).toEqual([
      'must: You should be well organized.',
      'nice: We would particularly like to hear from readers of Irish.',
    ]);
  });
});

describe('what a job consists of', () => {
  it('goes on over paragraphs in which "you will" do it', () => {
    // Act
    const { responsibilities } = job(
      'Clerk\n\nThe role:\n\nYou will sort the post. You will keep the register.\n\nYou will also answer the telephone.\n\nYou will love our kitchen.\n',
    );

    // Assess
    expect(responsibilities.map(({ text }) => text)).toEqual([
      'You will sort the post.',
      'You will keep the register.',
      'You will also answer the telephone.',
    ]);
  });

  it('is every sentence under its heading where no list is', () => {
    // Act
    const { responsibilities } = job(
      'Clerk\n\nKey Responsibilities:\nSort the post every day.\nKeep the register of members.\n\nBasic Qualifications:\nNeat handwriting.\n',
    );

    // Assess
    expect(responsibilities.map(({ text }) => text)).toEqual([
      'Sort the post every day.',
      'Keep the register of members.',
    ]);
  });

  it('stands under essential functions and is not asked for', () => {
    // Act
    const { responsibilities, requirements } = job(
      'invites applications for the position of:\nClerk\n\nESSENTIAL FUNCTIONS:\n- Sorts the post\n\nMINIMUM QUALIFICATIONS:\n- Neat handwriting\n',
    );

    // Assess
    expect([responsibilities.map(({ text }) => text), requirements.map(({ text }) => text)]).toEqual([
      ['Sorts the post'],
      ['Neat handwriting'],
    ]);
  });

  it('may be told behind when or as whom "you will" do it', () => {
    // Act
    const { responsibilities } = job(
      "Clerk\n\nAs our clerk you'll sort the post. On a normal day you'll answer letters.\n",
    );

    // Assess
    expect(responsibilities.map(({ text }) => text)).toEqual([
      "As our clerk you'll sort the post.",
      "On a normal day you'll answer letters.",
    ]);
  });

  it('is listed under a line that only leads to the list', () => {
    // Act
    const { responsibilities } = job(
      'Comptable\n\nLe poste\nAu sein de notre équipe, vous :\n- tenez les comptes\n- payez les factures\n',
    );

    // Assess
    expect(responsibilities.map(({ text }) => text)).toEqual(['tenez les comptes', 'payez les factures']);
  });
});

describe('where a job is and how it is done', () => {
  it.each([
    ['Nurse\n\nRemote - Ireland\n', 'Ireland', 'remote'],
    ['Nurse\nSt. Brigid Clinics\nDenver | Full time | Days\n', 'Denver', undefined],
    ['Nurse\nClinics · York, England, United Kingdom (Hybrid)\nFull-time\n', 'York, England, United Kingdom', 'hybrid'],
    ['Infirmière\nCDI – Brest (29) – Télétravail 2 jours par semaine\n', 'Brest', 'hybrid'],
    [
      'Nurse\n\nSales – Full-time\n\nYou join the team in Sales.\n\nThe company Lumen is based in Porto.\n',
      'Porto',
      undefined,
    ],
    ['Pflegekraft\n\nFestanstellung · Vollzeit · Dresden oder remote\n', 'Dresden', 'remote'],
    ['Software Engineer (Remote)\n\nWe help.\n', undefined, 'remote'],
    ['Nurse (remote, Europe)\n\nWe help.\n', 'Europe', 'remote'],
    ['We are hiring a nurse in Derry.\n\nYou may work two days a week from home.\n', 'Derry', 'hybrid'],
    ['Nurse\n\nWe ask for two days a week in our Cork office.\n', 'Cork', 'hybrid'],
  ])('is told of %j', (text, place, arrangement) => {
    // Act
    const { location, work_arrangement } = job(text);

    // Assess
    expect([location?.text, work_arrangement]).toEqual([place, arrangement]);
  });

  it('is paid by the period behind each amount', () => {
    // Act and assess
    expect(job('Nurse\n\n$68K/yr - $79K/yr\n').salary).toMatchObject({ min: 68_000, max: 79_000, per: 'year' });
  });

  it.each([
    ['CA$90,000 - CA$110,000', 'CAD'],
    ['A$90,000 to A$110,000', 'AUD'],
    ['US$90,000 - US$110,000', 'USD'],
    ['$90,000 - $110,000', 'USD'],
  ])('is paid in the dollars of its country: %s', (text, currency) => {
    // Act and assess
    expect(job(`Nurse\n\nThe base salary is ${text} a year.\n`).salary).toMatchObject({
      min: 90_000,
      max: 110_000,
      currency,
    });
  });
});
