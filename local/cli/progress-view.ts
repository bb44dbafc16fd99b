import type { ListrTask } from 'listr2';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { StateProgress, TaskState } from '../../contracts/index.ts';
import type { Output } from './output.ts';
import { writeLine } from './output.ts';
import type { SessionWatch } from './watch-session.ts';

/** What each state is called while it runs, in the order of the flow; the two in the middle run side by side. */
const TITLES = {
  CreateSession: 'Opening the session',
  ScrapeCompany: 'Reading the website',
  ParseDocuments: 'Reading the documents',
  AnalyzeWithComprehend: 'Finding names, phrases and tone',
  GenerateBrief: 'Writing the brief and checking every claim',
  UpdateSession: 'Closing the session',
} as const satisfies Partial<Record<TaskState, string>>;

/** Counts that are shown, in the reader's words: for one, for several. */
const COUNT_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  pages: ['page', 'pages'],
  requests: ['request', 'requests'],
  documents: ['document', 'documents'],
  passages: ['passage', 'passages'],
  gaps: ['gap', 'gaps'],
  entities: ['name', 'names'],
  key_phrases: ['phrase', 'phrases'],
  sections: ['section', 'sections'],
  claims: ['claim', 'claims'],
  dropped: ['dropped', 'dropped'],
};

type ShownState = keyof typeof TITLES;

/** The two states that run side by side. */
const GATHER = ['ScrapeCompany', 'ParseDocuments'] as const satisfies readonly ShownState[];

/** Shows the states as they run, live on a terminal, a line for each end when piped. Returns when the session has ended. */
export async function showProgress(watch: SessionWatch, { err }: Output): Promise<void> {
  const states: ShownState[] = ['CreateSession', ...GATHER, 'AnalyzeWithComprehend', 'GenerateBrief', 'UpdateSession'];
  if (!isTerminal(err)) return showLines(watch, err, states);
  const one = (state: ShownState): ListrTask => liveTask(watch, state);
  const tasks: ListrTask[] = [
    one('CreateSession'),
    {
      title: 'Gathering sources',
      task: (_context, task) => task.newListr(GATHER.map(one), { concurrent: true, exitOnError: false }),
    },
    one('AnalyzeWithComprehend'),
    one('GenerateBrief'),
    one('UpdateSession'),
  ];
  await new Listr(tasks, {
    exitOnError: false,
    // Ctrl-C is the command's: it stops the run, and the view ends with it.
    registerSignalListeners: false,
    // It looks at standard output by itself, which may be piped while progress is seen: we have looked at where progress goes.
    fallbackRendererCondition: false,
    forceTTY: true,
    rendererOptions: {
      collapseSubtasks: false,
      showErrorMessage: false,
      // Its own logger writes to standard output, which belongs to what was asked for.
      logger: new ListrLogger({ useIcons: true, toStderr: [], processOutput: new ProcessOutput(err, err) }),
    },
  }).run();
}

/** Narrowest terminal on which lines are redrawn in place, in columns: some report none, and a line would break at every letter. */
const MIN_LIVE_COLUMNS = 40;

function isTerminal(stream: NodeJS.WritableStream): stream is NodeJS.WriteStream {
  const { isTTY, columns } = stream as Partial<NodeJS.WriteStream>;
  return isTTY === true && (columns ?? 0) >= MIN_LIVE_COLUMNS;
}

function liveTask(watch: SessionWatch, state: ShownState): ListrTask {
  return {
    title: TITLES[state],
    task: async (_context, task) => {
      const end = await watch.stateEnd(state, (progress) => {
        task.title = lineOf(state, progress);
      });
      if (end === undefined) task.skip(`${TITLES[state]} · skipped`);
      else if (end.status === 'failed') throw new Error(lineOf(state, end));
    },
  };
}

/** Without a terminal: a line when a state ends, so that a log stays readable. */
async function showLines(
  watch: SessionWatch,
  err: NodeJS.WritableStream,
  states: readonly ShownState[],
): Promise<void> {
  await Promise.all(
    states.map(async (state) => {
      const end = await watch.stateEnd(state, () => undefined);
      if (end) writeLine(err, `${end.status === 'failed' ? '✖' : '✔'} ${lineOf(state, end)}`);
    }),
  );
}

/** A state in a line: title, counts, attempts if more than one, seconds, the error if there is one. */
function lineOf(
  state: ShownState,
  { counts, invocations, reused, started_at, ended_at, error }: StateProgress,
): string {
  const shown = Object.entries(counts).filter(([name, count]) => name in COUNT_NAMES && count > 0);
  const details = [
    ...shown.map(([name, count]) => `${count} ${COUNT_NAMES[name]?.[count === 1 ? 0 : 1]}`),
    ...(invocations > 1 ? [`attempt ${invocations}`] : []),
    ...(reused ? ['kept from before'] : []),
    ...(ended_at === undefined ? [] : [`${((Date.parse(ended_at) - Date.parse(started_at)) / 1_000).toFixed(1)} s`]),
    ...(error === undefined ? [] : [error]),
  ];
  return details.length === 0 ? TITLES[state] : `${TITLES[state]} · ${details.join(', ')}`;
}
