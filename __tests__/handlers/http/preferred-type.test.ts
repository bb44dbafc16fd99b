import { describe, expect, it } from '@jest/globals';
import { preferredType } from '../../../handlers/http/preferred-type.ts';

const TYPES = ['application/json', 'text/markdown', 'text/html'];

describe('preferredType', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['text/*', 'text/markdown'],
    ['TEXT/HTML', 'text/html'],
    ['text/markdown;q=0.5, text/html;q=0.9', 'text/html'],
    ['application/json;q=0, */*', 'text/markdown'],
    ['text/*;q=0.8, text/markdown;q=0.1, */*;q=0.2', 'text/html'],
    ['application/pdf', undefined],
    ['text/html;q=0', undefined],
    ['text/html;q=much', undefined],
  ])('%s is best answered with %s', (accept, expected) => {
    // Act
    const type = preferredType(accept, TYPES);

    // Assess
    expect(type).toBe(expected);
  });
});
