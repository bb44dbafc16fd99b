import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where everything of one machine is kept: the files and folders under the data folder. */
export interface DataFolder {
  readonly root: string;
  /** Session rows. */
  readonly sessions: string;
  /** Executions and their histories. */
  readonly executions: string;
  /** Uploads, work and briefs. */
  readonly artifacts: string;
  /** JSON lines of what the handlers logged. */
  readonly log: string;
}

/** The folder's name below the user's data folder. */
const FOLDER_NAME = 'interview-intelligence-pipeline';

/**
 * The data folder: the one given, else `INTERVIEW_PIPELINE_DATA_DIR`, else the user's data folder by the XDG base directory
 * specification (`~/.local/share`), or `%LOCALAPPDATA%` on Windows.
 */
export function dataFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): DataFolder {
  const root = given ?? environment.INTERVIEW_PIPELINE_DATA_DIR ?? join(userDataFolder(environment), FOLDER_NAME);
  return {
    root,
    sessions: join(root, 'sessions.sqlite'),
    executions: join(root, 'executions.sqlite'),
    artifacts: join(root, 'artifacts'),
    log: join(root, 'log.jsonl'),
  };
}

function userDataFolder(environment: NodeJS.ProcessEnv): string {
  return environment.XDG_DATA_HOME || environment.LOCALAPPDATA || join(homedir(), '.local', 'share');
}
