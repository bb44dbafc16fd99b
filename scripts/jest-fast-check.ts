import fastCheck from '../node_modules/fast-check/lib/fast-check.js';

/** Where the cases of a property begin: a run of the tests is to find today what it found yesterday. */
const SEED = 20_261_122;

/** Cases that a property is given when it names no number: fast-check's own default. */
const CASES = 100;

const { PROPERTY_SEED = String(SEED), PROPERTY_CASES_FACTOR = '1' } = process.env;

fastCheck.configureGlobal(PROPERTY_SEED === 'random' ? {} : { seed: Number(PROPERTY_SEED) });

const seeded: typeof fastCheck = {
  ...fastCheck,
  assert: ((property, parameters) =>
    fastCheck.assert(property, {
      ...parameters,
      numRuns: (parameters?.numRuns ?? CASES) * Number(PROPERTY_CASES_FACTOR),
    })) as typeof fastCheck.assert,
};

/**
 * fast-check as the tests import it. `npm test` gives every property the same cases each time, so that a change is judged by what it changes and not by chance;
 * `npm run test:properties` looks for new ones: `PROPERTY_SEED` is a number or `random`, `PROPERTY_CASES_FACTOR` multiplies how many there are.
 */
export default seeded;
