import type { LambdaName } from '../../contracts/functions.ts';

const KB = 1_000;

/**
 * The largest zip of each function, in bytes: what it takes now and a quarter of room. A function that outgrows it starts slower in every cold start,
 * so growth shall be seen and decided.
 */
const ZIP_BUDGET_BYTES: { readonly [Name in LambdaName]: number } = {
  CreateSession: 320 * KB,
  // As ParseDocuments: pdf.js with its character maps, 1.9 MB, for the PDFs that a site links.
  ScrapeCompany: 3_450 * KB,
  ParseDocuments: 3_150 * KB,
  AnalyzeWithComprehend: 420 * KB,
  GenerateBrief: 450 * KB,
  UpdateSession: 320 * KB,
  CreateDocument: 350 * KB,
  StartPipeline: 410 * KB,
  ListPipelines: 320 * KB,
  GetPipeline: 340 * KB,
  GetBrief: 410 * KB,
  StopPipeline: 340 * KB,
  RetryPipeline: 410 * KB,
  DeletePipeline: 410 * KB,
  GetHealth: 145 * KB,
  RepairSession: 320 * KB,
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
