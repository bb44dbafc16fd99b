import type { Definition, Retrier } from '../../../statemachine/asl.ts';

/** A change of one file of the sources. */
export interface Edit {
  readonly file: string;
  /** Throws when the text is not what it expects. */
  readonly change: (text: string) => string;
}

/** A plan that is kept as an example: what is edited after a first deployment. */
export interface Scenario {
  readonly name: string;
  /** What it shows. */
  readonly shows: string;
  readonly edits: readonly Edit[];
}

/** The first one is the deployment itself; each other one starts from it. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'add', shows: 'the first deployment: everything is new', edits: [] },
  {
    name: 'no-op',
    shows: 'a comment in a handler changes nothing that is deployed',
    edits: [
      {
        file: 'handlers/create-session.ts',
        change: replacing(
          'export function createHandler',
          '// For readers of the code.\nexport function createHandler',
        ),
      },
    ],
  },
  {
    name: 'iam-widening',
    shows: 'one function may write to one place more',
    edits: [
      {
        file: 'contracts/permissions.ts',
        change: replacing(
          "ScrapeCompany: stepPermissions('ScrapeCompany'),",
          "ScrapeCompany: [...stepPermissions('ScrapeCompany'), { actions: ['s3:PutObject'], on: 'briefs' }],",
        ),
      },
    ],
  },
  {
    name: 'replacement',
    shows: 'another key of the table, which cannot be changed in place: its items are lost',
    edits: [
      {
        file: 'contracts/session-table.ts',
        change: replacing("partition_key: 'session_id'", "partition_key: 'session_key'"),
      },
    ],
  },
  {
    name: 'retry',
    shows: 'one state is tried again once more when a service fails for a while',
    edits: [{ file: 'statemachine/interview_pipeline.asl.json', change: retryingOnceMore }],
  },
];

/** Puts one text in the place of another, which has to stand there exactly once. */
function replacing(find: string, by: string): (text: string) => string {
  return (text) => {
    const parts = text.split(find);
    if (parts.length !== 2)
      throw new Error(
        `${JSON.stringify(find)} stands ${parts.length - 1} times where it is to be replaced; correct the scenario.`,
      );
    return parts.join(by);
  };
}

/** Gives the state that analyzes one attempt more after an error that passes. */
function retryingOnceMore(text: string): string {
  const definition: Definition = JSON.parse(text);
  const state = definition.States?.AnalyzeWithComprehend;
  const passing = (retrier: Retrier) => retrier.ErrorEquals?.includes('TransientUpstreamError');
  if (!state?.Retry?.some(passing))
    throw new Error('AnalyzeWithComprehend has no retry of TransientUpstreamError; correct the scenario.');
  const Retry = state.Retry.map((each) =>
    passing(each) ? { ...each, MaxAttempts: (each.MaxAttempts ?? 3) + 1 } : each,
  );
  const States = { ...definition.States, AnalyzeWithComprehend: { ...state, Retry } };
  return JSON.stringify({ ...definition, States }, null, 2);
}
