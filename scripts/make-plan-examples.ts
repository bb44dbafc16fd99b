import { makeExamples } from './plan/examples/make-examples.ts';

/** Where the tests of the summary find them. */
const EXAMPLES = '__tests__/fixtures/plans';

makeExamples(EXAMPLES);
