import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Excerpt } from '../../../../contracts/index.ts';
import { DocumentStructure } from '../../../../contracts/index.ts';
import { structureOf } from '../../../../services/documents/structure/structure-of.ts';
import { madeUpDocument } from './made-up-document.ts';

const TODAY = new Date('2026-11-01T00:00:00Z');

/** Lines as resumes and job descriptions have them, and lines that only look so. */
const line = fc.oneof(
  fc.constantFrom(
    ...[
      'EXPERIENCE',
      'EDUCATION',
      'SKILLS',
      'REQUIREMENTS',
      'Nice to have:',
      'Responsibilities',
      'Alex Morgan',
      'References',
    ],
    ...[
      'Engineer, Acme, Mar 2019 – Present',
      '2017 - 2020',
      'Berlin, Germany',
      'alex@acme.example | +49 30 555 0100',
      '• Go • Rust • SQL',
    ],
    ...['- Five years of Go or Rust', 'Salary: €70,000 – €85,000 a year', 'Location: Odense, Denmark', 'a'.repeat(800)],
  ),
  fc.string({ maxLength: 120 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);

describe('whatever a document says', () => {
  it.each(['resume', 'job_description'] as const)(
    'every excerpt of a %s stands in its passage, and every passage is there',
    (purpose) => {
      fc.assert(
        fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
          // Prepare
          const document = madeUpDocument(lines.join('\n'), purpose);
          const passages = new Map(document.passages.map((passage) => [passage.passage_id, passage.text]));

          // Act
          const structure = DocumentStructure.parse(structureOf(document, TODAY));

          // Assess
          for (const { text, passage_id, start, end } of excerptsIn(structure))
            expect(passages.get(passage_id)?.slice(start, end)).toBe(text);
          for (const id of idsIn(structure)) expect(passages.has(id)).toBe(true);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('the time of a resume never ends before it begins', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        // Act
        const structure = structureOf(madeUpDocument(lines.join('\n'), 'resume'), TODAY);

        // Assess
        for (const { period } of structure?.kind === 'resume' ? structure.roles : [])
          expect(period.to === null || period.from.slice(0, 4) <= period.to.slice(0, 4)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

/** Every excerpt of a structure, however nested. */
function excerptsIn(value: unknown): Excerpt[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'passage_id' in value && 'start' in value ? [value as Excerpt] : [];
  return [...own, ...Object.values(value).flatMap(excerptsIn)];
}

/** Every passage that a structure names. */
function idsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'passage_ids' in value ? (value.passage_ids as string[]) : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}
