import type { Source } from '../../../contracts/index.ts';
import { PipelineError } from '../../../contracts/index.ts';
import type { ReadStoredText } from '../../../services/operator/stored-texts.ts';
import type { SourceText } from './check-quotes.ts';

/** Reads the texts that the run stored, from the bucket of its artifacts. One that cannot be read says why; never throws. */
export async function readStored(
  sources: readonly Source[],
  bucket: string,
  read: ReadStoredText,
): Promise<Map<string, SourceText>> {
  const entries = await Promise.all(
    sources.map(async ({ source_id, text }) => [source_id, await textOf(() => read(bucket, text.key))] as const),
  );
  return new Map(entries);
}

async function textOf(read: () => Promise<string>): Promise<SourceText> {
  try {
    return { text: await read(), from: 'stored' };
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { unread: `${error.message} ${error.remedy}` };
  }
}
