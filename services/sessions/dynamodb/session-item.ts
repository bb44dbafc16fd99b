import type { TaskState } from '../../../contracts/index.ts';
import { ConfigurationError, SessionRow, TASK_STATES } from '../../../contracts/index.ts';

/** Name of the attribute that holds the progress of one state: attributes of their own, so that states that write at once do not meet. */
export function progressAttribute(state: TaskState): `progress_${TaskState}` {
  return `progress_${state}`;
}

/** Name of the attribute that holds the accounts of what one state used. */
export function usedAttribute(state: TaskState): `used_${TaskState}` {
  return `used_${state}`;
}

/** A row as an item of the table: `progress` and `used` become one attribute per state. */
export function sessionItemOf({ progress, used = {}, ...row }: SessionRow): Record<string, unknown> {
  return { ...row, ...toAttributes(progress, progressAttribute), ...toAttributes(used, usedAttribute) };
}

/**
 * Reads an item; attributes that are not of the row are left out.
 *
 * @throws ConfigurationError when it does not keep to the contract: it was changed by hand or by another version
 */
export function readSessionItem(item: Readonly<Record<string, unknown>>): SessionRow {
  const used = fromAttributes(item, usedAttribute);
  const parsed = SessionRow.safeParse({
    ...item,
    progress: fromAttributes(item, progressAttribute),
    ...(Object.keys(used).length === 0 ? {} : { used }),
  });
  if (!parsed.success) {
    throw new ConfigurationError(
      `A stored session cannot be read by this version: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`,
      { cause: parsed.error, remedy: 'Deploy the version that wrote it, or delete the row.' },
    );
  }
  return parsed.data;
}

function toAttributes(byState: Partial<Record<TaskState, unknown>>, nameOf: (state: TaskState) => string) {
  return Object.fromEntries(
    TASK_STATES.flatMap((state) => (byState[state] === undefined ? [] : [[nameOf(state), byState[state]] as const])),
  );
}

function fromAttributes(item: Readonly<Record<string, unknown>>, nameOf: (state: TaskState) => string) {
  return Object.fromEntries(
    TASK_STATES.flatMap((state) => (item[nameOf(state)] === undefined ? [] : [[state, item[nameOf(state)]] as const])),
  );
}
