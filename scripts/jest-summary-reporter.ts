/** The counts of a jest run that the closing line needs. */
interface RunCounts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Files that failed before their first test, for example on an import: each counts as one failure. */
  readonly numRuntimeErrorTestSuites: number;
}

/** Jest reporter whose only output is the last line of a run, `N passed, N failed`, alone on its line for scripts to read. */
export default class SummaryReporter {
  /** Has the closing line printed when jest ends: its own summary always comes after every other reporter. */
  onRunComplete(_contexts: unknown, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }: RunCounts): void {
    process.once('exit', () => {
      console.log(`${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`);
    });
  }
}
