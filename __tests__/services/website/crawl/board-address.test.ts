import { describe, expect, it } from '@jest/globals';
import { boardPageOf } from '../../../../services/website/crawl/boards/board-address.ts';
import { SiteScope } from '../../../../services/website/crawl/site-scope.ts';

const link = (url: string) => ({ url, text: 'Open roles', place: 'main' as const });

describe('career boards', () => {
  it.each([
    ['https://boards.greenhouse.io/brightwell', 'listing'],
    ['https://job-boards.greenhouse.io/brightwell/jobs/123', 'role'],
    ['https://jobs.lever.co/brightwell', 'listing'],
    ['https://jobs.eu.lever.co/brightwell/0a1b-2c', 'role'],
    ['https://jobs.ashbyhq.com/brightwell/0a1b', 'role'],
    ['https://apply.workable.com/brightwell/', 'listing'],
    ['https://apply.workable.com/brightwell/j/0A1B/', 'role'],
  ])('%s is a %s', (url, page) => {
    expect(boardPageOf(url)?.page).toBe(page);
  });

  it.each([
    'https://www.greenhouse.io/',
    'https://www.lever.co/blog/x',
    'https://boards.greenhouse.io/',
    'https://brightwell.example/lever.co',
    'https://jobs.lever.co.evil.example/x',
  ])('%s is none', (url) => {
    expect(boardPageOf(url)).toBeUndefined();
  });

  it('belong to the company that links them: one board, its listing and three roles', () => {
    // Prepare
    const scope = new SiteScope('brightwell.example', 'en');
    const roles = [1, 2, 3, 4].map((n) => `https://jobs.lever.co/brightwell/role-${n}`);

    // Act
    const admitted = ['https://jobs.lever.co/brightwell', ...roles].map((url) => scope.admit(url));

    // Assess
    expect(admitted).toEqual([true, true, true, true, false]);
    expect(scope.findingOf(link('https://jobs.lever.co/brightwell/role-5'))?.kind).toBe('role');
    expect(scope.findingOf(link('https://jobs.lever.co/other-company'))).toBeUndefined();
    expect(scope.findingOf(link('https://other.example/careers'))).toBeUndefined();
  });
});
