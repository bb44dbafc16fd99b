/** What the console has to know of the server that it came from, and cannot read in the modules that it shares with it. */
export interface ConsoleSettings {
  /** Types of documents that are taken, and what their names usually end in. */
  readonly media_types: Readonly<Record<string, string>>;
  /** How runs behave when it is not as ever; the site of a fictional company is read then. */
  readonly scenario?: 'ok' | 'slow' | 'failed' | 'throttled' | 'degraded';
  /** How callers sign in. */
  readonly sign_in: 'none' | 'token' | 'jwt' | 'iam';
}
