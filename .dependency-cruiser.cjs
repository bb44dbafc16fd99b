/**
 * The import rules of this repository: data flows one way, from contracts outward, and what runs only on a laptop, at
 * build time or in the tests never reaches a deployed function. `npm run check:layers` holds every file to them; each
 * rule has a fixture in __tests__/fixtures/layers/ that it rejects.
 */

/** A package, whether it is installed (its resolved path) or not (its bare name). */
const npmPackage = (names) => `(^|node_modules/)(${names})(/|$)`;

const CDKTF = npmPackage('cdktf|cdktn|constructs|@cdktf/[^/]+|@cdktn/[^/]+');
const AWS_SDK = npmPackage('@aws-sdk/[^/]+|@smithy/[^/]+|aws-sdk');

/** Every folder of the repository; a layer may import itself and what its rule names. */
const LAYERS = ['contracts', 'statemachine', 'services', 'handlers', 'stacks', 'local', 'scripts', '__tests__'];

/**
 * Forbids a layer every other layer except those named.
 *
 * @param {string} layer the folder whose imports are restricted
 * @param {string[]} allowed the folders it may import beside itself
 * @param {string} comment why, for whoever meets the message
 */
function layerImportsOnly(layer, allowed, comment) {
  const forbidden = LAYERS.filter((other) => other !== layer && !allowed.includes(other));
  return {
    name: `${layer}-layer`,
    severity: 'error',
    comment,
    from: { path: `^${layer}/` },
    to: { path: `^((${forbidden.join('|')})/|main\\.ts$)` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'contracts-only-zod',
      severity: 'error',
      comment:
        'Contracts are read by every part, in Lambda, at synth and in the docs: they may import zod and each other, nothing else, not even a built-in of Node.',
      from: { path: '^contracts/' },
      to: { pathNot: ['^contracts/', npmPackage('zod')] },
    },
    layerImportsOnly(
      'statemachine',
      ['contracts'],
      'The state machine knows the contracts; who runs it is not its business.',
    ),
    layerImportsOnly(
      'services',
      ['contracts'],
      'A service does one thing behind its interface and knows nothing of who calls it.',
    ),
    layerImportsOnly(
      'handlers',
      ['services', 'contracts'],
      'Handlers are bundled for Lambda: nothing of the laptop, of the infrastructure or of the build may come along.',
    ),
    layerImportsOnly(
      'stacks',
      ['statemachine', 'contracts'],
      'The infrastructure reads contracts and the state machine; the code of the functions reaches it as bundles.',
    ),
    layerImportsOnly(
      'local',
      ['handlers', 'services', 'statemachine', 'contracts'],
      'The laptop runs the deployed parts; it needs nothing of the infrastructure or the build.',
    ),
    {
      name: 'console-runs-in-a-browser',
      severity: 'error',
      comment:
        'The console is served to a browser module by module: beside itself it may use modules that need neither Node nor a package.',
      from: { path: '^local/console/' },
      to: {
        pathNot:
          '^(local/console/|contracts/(limits|job-address|one-line|web-credentials)\\.ts$|services/brief/(render/|section-titles\\.ts$))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'local-is-a-leaf',
      severity: 'error',
      comment: 'local/ is never bundled or deployed: only the tests and the benchmarks may import it.',
      from: { pathNot: '^(local|__tests__|scripts/bench)/' },
      to: { path: '^local/' },
    },
    {
      name: 'aws-sdk-only-in-services',
      severity: 'error',
      comment:
        'AWS is spoken to by the adapters in services/ alone; everyone else takes the interface, so that the same code runs on a laptop.',
      from: { pathNot: '^(services|__tests__)/' },
      to: { path: AWS_SDK },
    },
    {
      name: 'aws-clients-reach-entrypoints-only',
      severity: 'error',
      comment:
        'services/aws-services.ts makes the SDK clients, and the Lambda entrypoints alone (or the command line, when told to use AWS) choose it; handlers get a Services value.',
      from: { pathNot: '^(handlers/entrypoints|local|scripts/operate|__tests__)/' },
      to: { path: '^services/aws-services\\.ts$' },
    },
    {
      name: 'operator-clients-reach-operators-only',
      severity: 'error',
      comment:
        'What operators ask of an account before and after deploying needs packages that neither a function nor the package carries: their commands alone may use it.',
      from: { pathNot: '^(services/operator-services\\.ts$|services/operator/|scripts/operate/|__tests__/)' },
      to: { path: '^services/operator(/|-services\\.ts$)' },
    },
    {
      name: 'cdktf-only-in-stacks',
      severity: 'error',
      comment:
        'The infrastructure library is archived by its maintainers; moving to its fork must stay a rename in main.ts and stacks/.',
      from: { pathNot: '^(main\\.ts$|stacks/|__tests__/)' },
      to: { path: CDKTF },
    },
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A cycle means that two files cannot be understood, tested or loaded one without the other.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-import-of-tests',
      severity: 'error',
      comment: 'Tests and their fixtures are not shipped.',
      from: { pathNot: '^__tests__/' },
      to: { path: '^__tests__/' },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      comment:
        'An installed package has no devDependencies: what runs on a laptop may not need one. The ASL checks run in the repository alone; the stores and executions in AWS are bundled into the functions from a clone and left out of the package, and so is what operators ask of an account.',
      from: {
        path: '^(contracts|services|handlers|local|statemachine)/',
        pathNot:
          '^(statemachine/checks|services/sessions/dynamodb|services/budget/dynamodb|services/artifacts/s3|services/executions/step-functions|services/secrets/ssm|services/operator)/|^services/operator-services\\.ts$',
      },
      to: { dependencyTypes: ['npm-dev'], pathNot: npmPackage('@types/[^/]+') },
    },
    {
      name: 'stores-in-aws-behind-one-file',
      severity: 'error',
      comment:
        'The package for laptops carries neither these folders nor the packages that they import: services/aws-services.ts loads them, when a deployed function asks.',
      from: {
        pathNot:
          '^(services/aws-services\\.ts$|services/(operator|sessions/dynamodb|budget/dynamodb|artifacts/s3|executions/step-functions|secrets/ssm)/|__tests__/)',
      },
      to: { path: '^services/(sessions/dynamodb|budget/dynamodb|artifacts/s3|executions/step-functions|secrets/ssm)/' },
    },
    {
      name: 'no-unlisted-package',
      severity: 'error',
      comment: 'A package that is not in package.json is there by luck: some other package brought it.',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      comment: 'The imported file or package does not exist.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    exclude: { path: ['^__tests__/fixtures/', '^(build|dist|cdktf\\.out|coverage)/'] },
    doNotFollow: { path: ['node_modules'] },
    tsPreCompilationDeps: true,
    parser: 'tsc',
    detectJSDocImports: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
