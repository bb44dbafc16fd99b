import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  DOCUMENT_MEDIA_TYPES,
  MAX_DOCUMENT_BYTES,
  MAX_DOCUMENTS,
  StartPipelineBody,
} from '../../../contracts/index.ts';
import { checkForm } from '../../../local/console/model/check-form.ts';
import type { ChosenFile, NewRunForm } from '../../../local/console/model/new-run.ts';
import { bodyOf } from '../../../local/console/model/new-run.ts';

const EMPTY: NewRunForm = {
  company_name: 'Acme',
  company_url: 'acme.example',
  role: '',
  audience: '',
  job_description: '',
  also_urls: '',
  max_pages: '',
  deadline_seconds: '',
  files: [],
};

const RESUME: ChosenFile = {
  key: 'file-1',
  name: 'resume.pdf',
  bytes: 1_000,
  type: 'application/pdf',
  purpose: 'resume',
};

function fieldsOf(form: Partial<NewRunForm>): string[] {
  return checkForm({ ...EMPTY, ...form }, DOCUMENT_MEDIA_TYPES).map(({ field }) => field);
}

describe('the check of the form', () => {
  it('finds nothing wrong with a company and an address, with or without a scheme', () => {
    expect(fieldsOf({})).toEqual([]);
    expect(fieldsOf({ company_url: 'https://acme.example/about' })).toEqual([]);
  });

  it.each([
    ['no company', { company_name: '  ' }, 'company_name'],
    ['a name that steers a terminal', { company_name: 'Acme\u001b[2J' }, 'company_name'],
    ['a role of two lines', { role: 'Engineer\nof pipes' }, 'role'],
    ['no address', { company_url: '' }, 'company_url'],
    ['an address of something else', { company_url: 'ftp://acme.example' }, 'company_url'],
    ['a script for an address', { company_url: 'javascript:alert(1)' }, 'company_url'],
    ['an address with a password', { company_url: 'https://me:secret@acme.example' }, 'company_url'],
    ['a role that never ends', { role: 'x'.repeat(201) }, 'role'],
    ['a job description that is too long', { job_description: 'ß'.repeat(40_000) }, 'job_description'],
    ['an address among the further ones that is none', { also_urls: 'https://a.example\nhttps://' }, 'also_urls'],
    ['too many further addresses', { also_urls: 'https://a.example '.repeat(11) }, 'also_urls'],
    ['half a page', { max_pages: '1.5' }, 'max_pages'],
    ['a deadline that is too short', { deadline_seconds: '1' }, 'deadline_seconds'],
    ['a file of another type', { files: [{ ...RESUME, name: 'resume.exe', type: '' }] }, 'files.file-1'],
    ['an empty file', { files: [{ ...RESUME, bytes: 0 }] }, 'files.file-1'],
    ['a file that is too large', { files: [{ ...RESUME, bytes: MAX_DOCUMENT_BYTES + 1 }] }, 'files.file-1'],
    [
      'too many documents, the text of the job description being one',
      {
        job_description: 'Kafka',
        files: Array.from({ length: MAX_DOCUMENTS }, (_, n) => ({ ...RESUME, key: `file-${n}` })),
      },
      'files',
    ],
  ] as const)('finds %s', (_, form, field) => {
    expect(fieldsOf(form)).toEqual([field]);
  });

  it('lets through what the API takes, and nothing else, for any form', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 30 }),
      fc.string({ maxLength: 5, unit: 'binary' }),
      fc.constantFrom('', 'x'.repeat(201), ' ', 'https://a.example'),
    );
    const address = fc.oneof(
      fc.webUrl(),
      fc.string({ maxLength: 20 }),
      fc.constantFrom(
        'a.example',
        'a.example/b c',
        '@a.example',
        'https://u@a.example',
        'https://:@a.example',
        'https://a\\@b',
        'http://',
        `https://a.example/${'x'.repeat(2_050)}`,
      ),
    );
    const number = fc.oneof(fc.integer({ min: -5, max: 300 }).map(String), fc.constantFrom('', '1e1', 'x', '2.5'));
    const forms = fc.record({
      ...Object.fromEntries(Object.keys(EMPTY).map((name) => [name, fc.constant('')])),
      company_name: text,
      company_url: address,
      role: text,
      job_description: fc.oneof(text, address),
      also_urls: fc.array(address, { maxLength: 12 }).map((all) => all.join('\n')),
      max_pages: number,
      deadline_seconds: number,
      files: fc.constant([]),
    }) as unknown as fc.Arbitrary<NewRunForm>;
    fc.assert(
      fc.property(forms, (form) => {
        const found = checkForm(form, DOCUMENT_MEDIA_TYPES);
        const { success } = StartPipelineBody.safeParse(bodyOf(form, []));
        expect(found.length === 0).toBe(success);
      }),
      { numRuns: 500 },
    );
  });

  it('makes a body of what was filled in alone', () => {
    // Act
    const body = bodyOf(
      { ...EMPTY, role: ' Engineer ', also_urls: 'b.example\n\nhttps://c.example', max_pages: '5' },
      [],
    );

    // Assess
    expect(body).toEqual({
      company_name: 'Acme',
      company_url: 'https://acme.example',
      role: 'Engineer',
      also_urls: ['https://b.example', 'https://c.example'],
      max_pages: 5,
    });
  });
});
