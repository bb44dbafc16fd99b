/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Ends what hangs. Tests start processes and servers; on a busy machine with two cores that can take many times its usual second.
  testTimeout: 240_000,
  // jest leaves one core idle by default, which on a machine with two is half of it.
  maxWorkers: '100%',
  // The modules of a test file stay in its worker for good (Node keeps contexts that have modules): a worker would grow to 3 GB, collect garbage ever longer and take too long to end.
  workerIdleMemoryLimit: '700MB',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  // Those below __tests__/browser need an installed Chrome or Chromium: npm run test:browser.
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/__tests__/fixtures/', '<rootDir>/__tests__/browser/'],
  extensionsToTreatAsEsm: ['.ts'],
  // Properties are given the same cases at each run.
  moduleNameMapper: { '^fast-check$': '<rootDir>/scripts/jest-fast-check.ts' },
  transform: { '\\.ts$': '<rootDir>/scripts/jest-strip-types.ts' },
  setupFiles: ['<rootDir>/scripts/jest-one-error-class.ts'],
  reporters: ['default', '<rootDir>/scripts/jest-summary-reporter.ts'],
};
