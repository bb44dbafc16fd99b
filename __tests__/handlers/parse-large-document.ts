import { createHandler } from '../../handlers/parse-documents.ts';
import { createDocumentReader } from '../../services/documents/local-document-reader.ts';
import { stepServices } from '../support/step-services.ts';

/**
 * Parses two documents of a store one after the other, and prints what the second gave and how many MB this process held at most beside what it had after the first. Run by itself:
 * `node parse-large-document.ts FOLDER SMALL LARGE`, with the documents as JSON.
 */
const [folder = '', small = '', large = ''] = process.argv.slice(2);
const { services, close } = stepServices(folder, { documents: createDocumentReader() });
const parse = createHandler(services);
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 2);

await parseOne('small', small);
const before = Math.max(peak, process.memoryUsage.rss());
const output = await parseOne('large', large);
clearInterval(watch);
console.log(JSON.stringify({ output, grown_mb: (peak - before) / 1_048_576 }));
close();

function parseOne(session_id: string, document: string): Promise<unknown> {
  const deadline_at = new Date(Date.now() + 60_000).toISOString();
  return parse({ session_id, execution_id: `${session_id}-1`, documents: [JSON.parse(document)], deadline_at });
}
