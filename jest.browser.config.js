import config from './jest.config.js';

/**
 * The tests that need an installed Chrome or Chromium; they fail without one.
 *
 * @type {import('jest').Config}
 */
export default {
  ...config,
  // A browser, a server and a run beside each other, on a machine that may be busy.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/__tests__/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
