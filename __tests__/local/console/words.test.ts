import { describe, expect, it } from '@jest/globals';
import { DOCUMENT_MEDIA_TYPES, ERROR_NAMES } from '../../../contracts/index.ts';
import { ago, duration, fileSize, shortened, timeTaken } from '../../../local/console/model/format.ts';
import { acceptedFiles, mediaTypeOf } from '../../../local/console/model/media-type.ts';
import { fragmentOf, placeOf, tokenIn } from '../../../local/console/model/place.ts';
import { reasonOf, remedyFor } from '../../../local/console/model/remedies.ts';
import type { NodeState } from '../../../local/console/model/run-state.ts';
import { detailOf, sentenceOf, usedUp } from '../../../local/console/model/run-words.ts';
import { fileProblems, runProblems } from '../../../local/console/model/server-problems.ts';

const NOW = new Date('2026-11-22T10:00:10.000Z');
const DONE: NodeState = {
  status: 'done',
  started_at: '2026-11-22T10:00:00.000Z',
  ended_at: '2026-11-22T10:00:03.250Z',
  attempts: 2,
  reused: false,
  counts: { pages: 12, requests: 30, gaps: 0 },
};

describe('times and sizes', () => {
  it.each([
    [-5, '0.0 s'],
    [430, '0.4 s'],
    [9_960, '10 s'],
    [59_400, '59 s'],
    [125_000, '2 min 5 s'],
  ])('%d milliseconds are %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });

  it('go on while something runs, and stand still when it has ended', () => {
    expect(timeTaken({ started_at: '2026-11-22T10:00:00.000Z' }, NOW)).toBe('10 s');
    expect(timeTaken(DONE, NOW)).toBe('3.3 s');
    expect(timeTaken({}, NOW)).toBeUndefined();
  });

  it.each([
    ['2026-11-22T10:00:00.000Z', 'just now'],
    ['2026-11-22T09:55:00.000Z', '5 minutes ago'],
    ['2026-11-22T07:00:00.000Z', '3 hours ago'],
    ['2026-11-21T09:00:00.000Z', 'yesterday'],
  ])('%s is %s', (iso, words) => {
    expect(ago(iso, NOW)).toBe(words);
  });

  it('are told in the unit that fits', () => {
    expect([1, 812, 14_200, 2_340_000].map(fileSize)).toEqual(['1 byte', '812 bytes', '14 KB', '2.3 MB']);
  });

  it('cut what does not fit', () => {
    expect([shortened('ScrapeCompany', 20), shortened('ScrapeCompany', 7)]).toEqual(['ScrapeCompany', 'Scrape…']);
  });
});

describe('the words for a state', () => {
  it('name attempts and the counts that say something', () => {
    expect(detailOf(DONE)).toBe('2 attempts · 12 pages');
    expect(detailOf({ ...DONE, status: 'failed', error: 'SiteUnavailableError', attempts: 1, counts: {} })).toBe(
      'SiteUnavailableError',
    );
    expect(detailOf({ ...DONE, attempts: 1, reused: true, counts: { gaps: 1 } })).toBe('kept from before · 1 gap');
  });

  it('make a sentence for whoever hears it', () => {
    expect(sentenceOf('ScrapeCompany', DONE, NOW)).toBe('ScrapeCompany: done in 3.3 s, 2 attempts, 12 pages');
    expect(sentenceOf('MergeResults', { status: 'skipped', attempts: 0, reused: false, counts: {} }, NOW)).toBe(
      'MergeResults: skipped',
    );
  });
});

describe('what a run used', () => {
  const NOTHING = {
    pages: 3,
    documents: 1,
    characters: 900,
    textract_pages: 0,
    comprehend_units: 0,
    input_tokens: 0,
    output_tokens: 0,
    transitions: 11,
    estimated_cost_usd: 0,
    unpriced: [],
  };

  it('is told when it is paid for, and not when nothing is', () => {
    expect(usedUp(NOTHING)).toEqual([]);
    expect(usedUp({ ...NOTHING, input_tokens: 1_200, output_tokens: 34, comprehend_units: 1 })).toEqual([
      '1,234 tokens',
      '1 Comprehend unit',
    ]);
  });
});

describe('a place', () => {
  it.each([
    [{ view: 'new' }, '#/'],
    [{ view: 'runs' }, '#/runs'],
    [{ view: 'runs', status: 'FAILED' }, '#/runs?status=FAILED'],
    [{ view: 'run', execution_id: 't0-abc-1' }, '#/runs/t0-abc-1'],
  ] as const)('%j has the address %s', (place, fragment) => {
    expect([fragmentOf(place), placeOf(fragment)]).toEqual([fragment, place]);
  });

  it.each(['', '#', '#main', '#/runs/../x', '#/runs/<script>', '#/else'])('%j leads to a new brief', (fragment) => {
    expect(placeOf(fragment)).toEqual({ view: 'new' });
  });

  it('may carry a token, in the fragment alone', () => {
    expect([tokenIn('#token=s%2B1'), tokenIn('#/runs'), tokenIn('')]).toEqual(['s+1', undefined, undefined]);
  });
});

describe('what can be done about a failure', () => {
  it('is known for every declared error, in words for this page', () => {
    for (const name of ERROR_NAMES) expect(remedyFor(`GenerateBrief.${name}`)).not.toMatch(/--/);
    expect(remedyFor('Lambda.Unknown')).toBeUndefined();
  });

  it('is not told twice', () => {
    expect(reasonOf({ cause: 'The writer gave up. Try again.', remedy: 'Try again.' })).toBe('The writer gave up.');
    expect(reasonOf({ cause: 'Try again.', remedy: 'Try again.' })).toBe('Try again.');
  });
});

describe('the type of a file', () => {
  it.each([
    ['resume.PDF', '', 'application/pdf'],
    ['page.htm', '', 'text/html'],
    ['notes.markdown', '', 'text/markdown'],
    ['job.mht', '', 'multipart/related'],
    ['offer.EML', '', 'message/rfc822'],
    ['resume', 'text/plain', 'text/plain'],
    ['resume.exe', 'application/x-msdownload', undefined],
  ])('%s (%s) is %s', (name, type, expected) => {
    expect(mediaTypeOf({ name, type }, DOCUMENT_MEDIA_TYPES)).toBe(expected);
  });

  it('is offered by type and ending', () => {
    expect(acceptedFiles({ 'application/pdf': 'pdf', 'image/png': 'png' })).toBe('application/pdf,.pdf,image/png,.png');
  });
});

describe('what the server finds', () => {
  const FILE = { key: 'file-7', name: 'a.pdf', bytes: 1, type: '', purpose: 'resume' } as const;

  it('stands at the field of the form', () => {
    // Prepare
    const errors = [
      { field: 'company_url', message: 'must be an http or https address' },
      { field: 'also_urls.3', message: 'is long' },
      { field: 'documents.0.document_id', message: 'was not uploaded' },
      { field: 'documents', message: 'at most 10' },
    ];

    // Act
    const fields = runProblems({ errors }, [FILE]);

    // Assess
    expect(fields.map(({ field }) => field)).toEqual(['company_url', 'also_urls', 'files.file-7', 'files']);
    expect(fields[0]?.message).toBe('Must be an http or https address.');
  });

  it('stands at the file that was to be uploaded', () => {
    expect(fileProblems({ detail: 'No.', errors: [{ field: 'media_type', message: 'is not read' }] }, FILE)).toEqual([
      { field: 'files.file-7', message: 'Media type is not read.' },
    ]);
    expect(fileProblems({ detail: 'No.' }, FILE)).toEqual([{ field: 'files.file-7', message: 'No.' }]);
  });
});
