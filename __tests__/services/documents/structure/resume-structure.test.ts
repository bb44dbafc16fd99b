import { describe, expect, it } from '@jest/globals';
import { ResumeStructure } from '../../../../contracts/index.ts';
import { resumeStructure } from '../../../../services/documents/structure/resume-structure.ts';
import { madeUpDocument } from './made-up-document.ts';

const TODAY = new Date('2026-11-01T00:00:00Z');

const RESUME = `
Alexandra de Winter
Odense, Denmark | alex@winter.example | +45 65 55 01 00 | github.com/alexwinter

SUMMARY

Builds backends that stay up.

EXPERIENCE

Senior Backend Engineer, Lanternworks, Mar 2021 – Present
- Moved billing from PHP to Go and PostgreSQL
- Mentors four engineers

Backend Engineer at Papierkranich GmbH, 2017 - 2020
- Wrote the search in Python on Elasticsearch

EDUCATION

MSc Computer Science, University of Southern Denmark, 2012 - 2014

SKILLS

Go, Python, PostgreSQL, Kubernetes

REFERENCES

Jane Roe, CTO at Otherworks, jane@otherworks.example, has led Rust teams since 2010 - 2015
`;

describe('the structure of a resume', () => {
  const document = madeUpDocument(RESUME, 'resume');
  const structure = ResumeStructure.parse(resumeStructure(document, TODAY));
  const textOf = (id: string): string | undefined =>
    document.passages.find(({ passage_id }) => passage_id === id)?.text;

  it('tells how to reach the person, and which passages say nothing else', () => {
    // Assess
    expect(structure.contact).toMatchObject({
      name: 'Alexandra de Winter',
      emails: ['alex@winter.example'],
      phones: ['+45 65 55 01 00'],
      links: ['github.com/alexwinter'],
      location: 'Odense, Denmark',
    });
    expect(structure.contact.passage_ids.map(textOf)).toEqual([
      'Alexandra de Winter',
      'Odense, Denmark | alex@winter.example | +45 65 55 01 00 | github.com/alexwinter',
    ]);
  });

  it('tells positions with title, organization, dates, what was done and with what', () => {
    // Assess
    expect(structure.roles).toMatchObject([
      {
        title: 'Senior Backend Engineer',
        organization: 'Lanternworks',
        period: { from: '2021-03', to: null },
        lines: [{ text: 'Moved billing from PHP to Go and PostgreSQL' }, { text: 'Mentors four engineers' }],
        skills: ['PHP', 'Go', 'PostgreSQL'],
      },
      {
        title: 'Backend Engineer',
        organization: 'Papierkranich GmbH',
        period: { from: '2017', to: '2020' },
        skills: ['Python', 'Elasticsearch'],
      },
    ]);
  });

  it('tells education with its dates, and skills with where they are named', () => {
    // Assess
    expect(structure.education).toMatchObject([
      {
        text: 'MSc Computer Science, University of Southern Denmark, 2012 - 2014',
        period: { from: '2012', to: '2014' },
      },
    ]);
    expect(structure.skills.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Go', 'Python', 'PostgreSQL', 'Kubernetes', 'Elasticsearch', 'PHP']),
    );
    expect(structure.skills.find(({ name }) => name === 'PostgreSQL')?.passage_ids).toHaveLength(2);
  });

  it('takes nothing from what others do', () => {
    // Assess
    expect(JSON.stringify(structure)).not.toMatch(/Jane|Otherworks|Rust/);
  });

  it('finds the title of an entry whose dates stand behind it, as designs with a column of dates are read', () => {
    // Prepare
    const resume = `
Sam Example

EXPERIENCE

Lanternworks, Staff Engineer
- Runs Kubernetes for forty teams
Odense, Denmark
June 2023 – present

Otherworks, Platform Engineer
- Wrote Terraform modules
Berlin, Germany
May 2020 – May 2023
`;

    // Act
    const { roles } = resumeStructure(madeUpDocument(resume, 'resume'), TODAY);

    // Assess
    expect(roles.map(({ title, organization, skills }) => [title, organization, skills])).toEqual([
      ['Staff Engineer', 'Lanternworks', ['Kubernetes']],
      ['Platform Engineer', 'Otherworks', ['Terraform']],
    ]);
  });
});
