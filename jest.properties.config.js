import { globSync, readFileSync } from 'node:fs';
import config from './jest.config.js';

/** Files with rules that hold for all inputs, their own or those of a conformance suite. */
const HAS_PROPERTIES = /from '(?:fast-check|[^']+\/conformance\/[^']+)'/;

// Workers take the environment over from here.
process.env.PROPERTY_SEED ??= 'random';
process.env.PROPERTY_CASES_FACTOR ??= '20';

/**
 * The tests of rules that hold for all inputs, with new inputs at each run and twenty times as many.
 *
 * @type {import('jest').Config}
 */
export default {
  ...config,
  // Twenty times what takes a busy machine half a minute.
  testTimeout: 1_500_000,
  testMatch: globSync('__tests__/**/*.test.ts')
    .filter((file) => HAS_PROPERTIES.test(readFileSync(file, 'utf8')))
    .map((file) => `<rootDir>/${file}`),
};
