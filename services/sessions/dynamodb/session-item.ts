import type { TaskState } from '../../../contracts/index.ts';
import { ConfigurationError, SessionRow, TASK_STATES } from '../../../contracts/index.ts';

/** Name of the attribute that holds the progress of one state: attributes of their own, so that states that write at once do not meet. */
export function progressAttribute(state: TaskState): `progress_${TaskState}` {
  return `progress_${state}`;
}

/** A row as an item of the table: `progress` becomes one attribute per state. */
export function sessionItemOf({ progress, ...row }: SessionRow): Record<string, unknown> {
  const states = TASK_STATES.filter((state) => progress[state] !== undefined);
  return { ...row, ...Object.fromEntries(states.map((state) => [progressAttribute(state), progress[state]])) };
}

/**
 * Reads an item; attributes that are not of the row are left out.
 *
 * @throws ConfigurationError when it does not keep to the contract: it was changed by hand or by another version
 */
export function readSessionItem(item: Readonly<Record<string, unknown>>): SessionRow {
  const states = TASK_STATES.filter((state) => item[progressAttribute(state)] !== undefined);
  const progress = Object.fromEntries(states.map((state) => [state, item[progressAttribute(state)]]));
  const parsed = SessionRow.safeParse({ ...item, progress });
  if (!parsed.success) {
    throw new ConfigurationError(
      `A stored session cannot be read by this version: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`,
      { cause: parsed.error, remedy: 'Deploy the version that wrote it, or delete the row.' },
    );
  }
  return parsed.data;
}
