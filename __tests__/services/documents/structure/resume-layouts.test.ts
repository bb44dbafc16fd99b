import { describe, expect, it } from '@jest/globals';
import { ResumeStructure } from '../../../../contracts/index.ts';
import { resumeStructure } from '../../../../services/documents/structure/resume-structure.ts';
import { madeUpDocument } from './made-up-document.ts';

const TODAY = new Date('2026-11-01T00:00:00Z');

function resume(text: string): ResumeStructure {
  return ResumeStructure.parse(resumeStructure(madeUpDocument(text, 'resume'), TODAY));
}

function rolesOf(text: string): readonly unknown[] {
  return resume(`Ana Ruiz\n\n${text}\n`).roles.map(({ title, organization }) => [title, organization]);
}

describe('the organization of a position', () => {
  it('is named once for a promotion', () => {
    // Act
    const roles = rolesOf(
      'EXPERIENCE\n\nHarbor Foods – Omaha, NE\nPlant Director, 03/2020 – Present\n• Ran a plant\n\nShift Supervisor, 06/2016 – 02/2020\n• Led a shift\n\nMill Bakers Inc. – Omaha, NE\nOperator, 2013 – 2016\n• Ran an oven',
    );

    // Assess
    expect(roles).toEqual([
      ['Plant Director', 'Harbor Foods'],
      ['Shift Supervisor', 'Harbor Foods'],
      ['Operator', 'Mill Bakers Inc.'],
    ]);
  });

  it('is not taken over from a line that names both', () => {
    // Act
    const roles = rolesOf(
      'EXPERIENCE\n\nPlant Director, Harbor Foods, 2020 – 2022\n• Ran a plant\n\nOperator, 2013 – 2016\n• Ran an oven',
    );

    // Assess
    expect(roles).toEqual([
      ['Plant Director', 'Harbor Foods'],
      ['Operator', undefined],
    ]);
  });

  it('stands with its place over a title and its department', () => {
    // Act
    const roles = rolesOf(
      'EXPERIENCE\n\nSonora Hospital, Tucson, AZ\nCharge Nurse, Emergency Department    July 2020 - Present\n- Led shifts\n\nMesa Center, Phoenix, AZ\nStaff Nurse, Intensive Care    2017 - June 2020\n- Cared',
    );

    // Assess
    expect(roles).toEqual([
      ['Charge Nurse', 'Sonora Hospital'],
      ['Staff Nurse', 'Mesa Center'],
    ]);
  });

  it('stands under a title that begins as a heading does', () => {
    // Act
    const roles = rolesOf('EXPERIENCE\n\nPROJECT MANAGER\nMaas B.V.\nRotterdam\nJune 2019 - present\n- Led');

    // Assess
    expect(roles).toEqual([['PROJECT MANAGER', 'Maas B.V.']]);
  });

  it('may have periods in its name', () => {
    // Act and assess
    expect(rolesOf('Employment\n\nTester at Lipa Sp. z o.o. (May 2021 to date)\n* Wrote tests')).toEqual([
      ['Tester', 'Lipa Sp. z o.o.'],
    ]);
  });

  it.each(['Professional Background', 'Where I have worked', 'Career to date'])('stands under %s', (heading) => {
    // Act and assess
    expect(
      rolesOf(
        `Summary\n\nChemist of twelve years.\n\n${heading}\n\nSenior Epidemiologist | Avon Board | Jan 2021 - Present\n\nSkills\n\nR`,
      ),
    ).toEqual([['Senior Epidemiologist', 'Avon Board']]);
  });
});

describe('the contact of a resume', () => {
  it.each([
    ['Dr. Ana Ruiz, MPH\n14 Quay Lane, Bristol BS1 4RN', { name: 'Ana Ruiz', location: 'Bristol BS1 4RN' }],
    ['Ana Ruiz\nana.r@example.com — (415) 555-0172 — Oakland, CA', { name: 'Ana Ruiz', location: 'Oakland, CA' }],
    ['Name: Ana Ruiz\nCity: Vigo, Spain', { name: 'Ana Ruiz', location: 'Vigo, Spain' }],
  ])('is told of %j', (header, expected) => {
    // Act and assess
    expect(resume(`${header}\nana@example.org\n\nEXPERIENCE\n`).contact).toMatchObject(expected);
  });
});
