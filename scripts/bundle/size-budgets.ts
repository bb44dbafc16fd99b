import type { LambdaName } from '../../contracts/functions.ts';

const KB = 1_000;

/**
 * The largest zip of each function, in bytes: what it takes now and a quarter of room. A function that outgrows it starts slower in every cold start,
 * so growth shall be seen and decided.
 */
const ZIP_BUDGET_BYTES: { readonly [Name in LambdaName]: number } = {
  CreateSession: 400 * KB,
  ScrapeCompany: 600 * KB,
  ParseDocuments: 3_500 * KB,
  AnalyzeWithComprehend: 500 * KB,
  GenerateBrief: 600 * KB,
  UpdateSession: 400 * KB,
  CreateDocument: 500 * KB,
  StartPipeline: 500 * KB,
  ListPipelines: 500 * KB,
  GetPipeline: 500 * KB,
  GetBrief: 500 * KB,
  StopPipeline: 500 * KB,
  RetryPipeline: 500 * KB,
  DeletePipeline: 500 * KB,
  GetHealth: 150 * KB,
  RepairSession: 400 * KB,
};

/** One line a function, and which are above their budget. */
export interface SizeReport {
  readonly lines: readonly string[];
  readonly exceeded: readonly LambdaName[];
}

/** Compares the zips with their budgets. */
export function sizeReport(sizes: readonly { readonly name: LambdaName; readonly bytes: number }[]): SizeReport {
  return {
    lines: sizes.map(
      ({ name, bytes }) =>
        `${name.padEnd(22)} ${kilobytes(bytes).padStart(6)} KB of ${kilobytes(ZIP_BUDGET_BYTES[name])}`,
    ),
    exceeded: sizes.filter(({ name, bytes }) => bytes > ZIP_BUDGET_BYTES[name]).map(({ name }) => name),
  };
}

function kilobytes(bytes: number): string {
  return Math.ceil(bytes / KB).toString();
}
