/** Values that may be logged: ids, names, counts and times; never the text of a page, document or brief. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where handlers tell what they did, as JSON lines. */
export interface StepLogger {
  info(message: string, fields: LogFields): void;
  warn(message: string, fields: LogFields): void;
  error(message: string, fields: LogFields): void;
}
