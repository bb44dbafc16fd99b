import { STATE_MACHINE_DOCS } from '../../statemachine/docs/index.ts';
import { errorTable, exitCodeTable } from './exit-code-table.ts';
import type { GeneratedDoc } from './generated-doc.ts';

const README = 'README.md';
const STATE_MACHINE_PAGE = 'statemachine/README.md';

/** Every generated text of the documentation; `npm run docs` writes them, `npm run check:docs` compares them. */
export const GENERATORS: readonly GeneratedDoc[] = [
  ...Object.entries(STATE_MACHINE_DOCS).map(([part, render]) => ({ path: STATE_MACHINE_PAGE, part, render })),
  { path: README, part: 'exit-codes', render: exitCodeTable },
  { path: README, part: 'errors', render: errorTable },
];
