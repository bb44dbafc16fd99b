import type { BriefOptions } from './brief-options.ts';
import { commandLine, dataDirWords } from './command-line.ts';

/** What a continued run is given again: the session keeps its request, not where it may go, who works on it and where the brief is written. */
type GivenAgain = Pick<
  BriefOptions,
  'allowHost' | 'writer' | 'analyzer' | 'ocr' | 'browser' | 'maxCost' | 'dataDir'
> & {
  readonly out?: string;
};

/** The command that goes on with a run as it was started. */
export function continueLine(session_id: string, options: GivenAgain): string {
  const { allowHost, writer, analyzer, ocr, browser, maxCost, dataDir, out } = options;
  return commandLine(
    'brief',
    ...['--continue', session_id],
    ...allowHost.flatMap((host) => ['--allow-host', host]),
    ...(writer === 'local' ? [] : ['--writer', writer]),
    ...(analyzer === 'local' ? [] : ['--analyzer', analyzer]),
    ...(ocr === 'local' ? [] : ['--ocr', ocr]),
    ...(browser ? ['--browser'] : []),
    ...(maxCost === undefined ? [] : ['--max-cost', String(maxCost)]),
    ...dataDirWords(dataDir),
    ...(out === undefined ? [] : ['--out', out]),
  );
}

/** The command that goes on with a run of an earlier start, of which only the session is known. */
export function continueEarlierLine(session_id: string, dataDir: string | undefined): string {
  return commandLine('brief', '--continue', session_id, ...dataDirWords(dataDir));
}
