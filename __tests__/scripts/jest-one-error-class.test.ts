import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

class StorageError extends Error {}

/** What a built-in of Node throws for a file that is not there. */
function builtInError(): unknown {
  try {
    return readFileSync('/nowhere/at/all');
  } catch (error) {
    return error;
  }
}

describe('instanceof Error in the tests', () => {
  it('holds for an error of a built-in of Node, as in production', () => {
    expect(builtInError() instanceof Error).toBe(true);
  });

  it.each([
    ['a text', 'ENOENT'],
    ['an object with a message', { message: 'no' }],
    ['nothing', undefined],
  ])('does not hold for %s', (_what, value) => {
    expect(value instanceof Error).toBe(false);
  });

  it('keeps its meaning for classes of our own', () => {
    expect(new StorageError() instanceof StorageError).toBe(true);
    expect(new Error('other') instanceof StorageError).toBe(false);
    expect(builtInError() instanceof StorageError).toBe(false);
  });
});
