import type { GeneratedDoc } from './generated-doc.ts';

/** Every generated text of the documentation; `npm run docs` writes them, `npm run check:docs` compares them. */
export const GENERATORS: readonly GeneratedDoc[] = [];
