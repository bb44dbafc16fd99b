import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureEvidence } from './evidence/measure-evidence.ts';
import { reportLines } from './evidence/report.ts';

/** The project's own cases, a handful of each kind: they show that the bench works, not how good the pipeline is. */
const SHIPPED_CASES = fileURLToPath(new URL('cases', import.meta.url));

const { values } = parseArgs({
  options: { corpus: { type: 'string', default: SHIPPED_CASES }, json: { type: 'boolean', default: false } },
});
if (!existsSync(values.corpus))
  throw new Error(`--corpus ${values.corpus}: there is no such folder. docs/corpora.md says how to lay one out.`);

const object: Record<string, unknown> = {};
for await (const [kind, measurement] of measureEvidence(values.corpus)) {
  const { figures, peers, worst } = measurement;
  object[kind] = { ...figures, peers, worst };
  if (!values.json) console.log(reportLines(kind, measurement).join('\n'));
}
if (Object.keys(object).length === 0)
  throw new Error(`${values.corpus} holds no cases. docs/corpora.md says how to lay them out.`);
if (values.json) console.log(JSON.stringify(object, null, 2));
