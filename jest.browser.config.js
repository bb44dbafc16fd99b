import config from './jest.config.js';

/**
 * The tests that need an installed Chrome or Chromium; they fail without one.
 *
 * @type {import('jest').Config}
 */
export default {
  ...config,
  testMatch: ['<rootDir>/__tests__/browser/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
