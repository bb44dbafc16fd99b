import { describe, expect, it } from '@jest/globals';
import { contentStems, splitWords, stem } from '../../../services/text/words.ts';

describe('words', () => {
  it('keeps names of technologies whole', () => {
    expect(splitWords('C++, C#, Node.js and CI/CD').map(({ text }) => text)).toEqual([
      'C++',
      'C#',
      'Node.js',
      'and',
      'CI',
      'CD',
    ]);
  });

  it('cuts scripts that put no spaces between words', () => {
    expect(splitWords('電気バスの充電').length).toBeGreaterThan(2);
  });

  it.each([
    ['engineer', 'engineers', 'engineering'],
    ['manage', 'manager', 'management'],
    ['create', 'creating', 'creation'],
    ['ship', 'shipped', 'shipping'],
    ['company', 'companies', "company's"],
  ])('gives one stem to %s, %s, %s', (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it('leaves out words without content', () => {
    expect(contentStems('We are the builders of it')).toEqual(['build']);
  });
});
