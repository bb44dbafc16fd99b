import { expect, test } from '@jest/globals';
import { exampleConfig } from '../support/stacks/example-config.ts';
import { resourcesOf, synthesize } from '../support/stacks/synthesize.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = await temporaryFolder('pinned');

/** Which version the alias of each function names, by the end of the function's reference. */
function aliases(variables: Readonly<Record<string, string>>, name: string): Record<string, unknown> {
  const stack = synthesize(exampleConfig('dev', variables), `${folder}/${name}`);
  return Object.fromEntries(
    resourcesOf(stack, 'aws_lambda_alias').map(({ function_name, function_version }) => [
      /aws_lambda_function\.(\w+?)_/.exec(String(function_name))?.[1],
      function_version,
    ]),
  );
}

test('a pinned function is held at its version, so that Terraform agrees with a rollback; the others follow their newest', () => {
  // Act
  const { GenerateBrief, ScrapeCompany } = aliases({ DEPLOY_PINNED_VERSIONS: '{"GenerateBrief":"12"}' }, 'pinned');

  // Assess
  expect(GenerateBrief).toBe('12');
  expect(ScrapeCompany).toMatch(/^\$\{aws_lambda_function\.ScrapeCompany_function_\w+\.version\}$/);
});

test('only functions that there are can be pinned, to numbers', () => {
  expect(() => exampleConfig('dev', { DEPLOY_PINNED_VERSIONS: '{"Nobody":"12"}' })).toThrow(/pinnedVersions/);
  expect(() => exampleConfig('dev', { DEPLOY_PINNED_VERSIONS: '{"GenerateBrief":"$LATEST"}' })).toThrow(
    /pinnedVersions\.GenerateBrief: .*allowed: an object such as \{"GenerateBrief": "12"\}/,
  );
});
