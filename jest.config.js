/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/jest-strip-types.ts' },
  setupFiles: ['<rootDir>/scripts/jest-one-error-class.ts'],
  reporters: ['default', '<rootDir>/scripts/jest-summary-reporter.ts'],
};
