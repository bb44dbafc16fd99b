import type { App } from '../app.ts';
import { el } from '../element.ts';

/** Milliseconds for which the bytes are kept for the browser to save them. */
const KEPT_MS = 60_000;

/** A form of a brief, and the name that it is saved under. */
export interface BriefFile {
  readonly type: string;
  readonly name: string;
}

/** Saves a brief as a file. It is fetched first, because a link could not carry the token. */
export async function saveBrief({ client }: App, executionId: string, { type, name }: BriefFile): Promise<void> {
  const address = URL.createObjectURL(await client.briefFile(executionId, type));
  const anchor = el('a', { download: name });
  anchor.href = address;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
