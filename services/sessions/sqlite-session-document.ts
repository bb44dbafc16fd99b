import { ConfigurationError, SessionRow } from '../../contracts/index.ts';

/**
 * Reads a stored row.
 *
 * @throws ConfigurationError when it does not keep to the contract: the file was changed by hand or by another version
 */
export function readSessionDocument(document: unknown): SessionRow {
  const parsed = SessionRow.safeParse(JSON.parse(String(document)));
  if (!parsed.success) {
    throw new ConfigurationError(
      `A stored session cannot be read by this version: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`,
      { cause: parsed.error, remedy: 'Use the version that wrote the file, or another data folder.' },
    );
  }
  return parsed.data;
}
