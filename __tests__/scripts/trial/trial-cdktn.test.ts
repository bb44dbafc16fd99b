import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { compareStacks } from '../../../scripts/trial/compare-stacks.ts';
import { swapImports } from '../../../scripts/trial/swap-imports.ts';

const STACK = {
  '//': { metadata: { version: '0.21.0' } },
  resource: { aws_sqs_queue: { one: { '//': { metadata: {} }, name: 'one' } } },
  terraform: { required_providers: { aws: { source: 'aws', version: '6.25.0' } } },
};

/** The stack with a change. */
function changed(change: (stack: typeof STACK) => void): string {
  const copy = structuredClone(STACK);
  change(copy);
  return JSON.stringify(copy);
}

describe('trying the fork of CDKTF', () => {
  test('swaps every import of the infrastructure, and nothing else', () => {
    // Prepare
    const sources = ['main.ts', ...globSync('stacks/**/*.ts')].map((path) => readFileSync(path, 'utf8'));

    // Act
    const swapped = sources.map(swapImports);

    // Assess
    expect(sources.join('\n')).toMatch(/from '@cdktf\/provider-aws\/lib\//);
    expect(swapped.join('\n')).not.toMatch(/(from|import\() ?'@?cdktf/);
    expect(swapped.join('\n').replaceAll("'@cdktn/", "'@cdktf/").replaceAll("'cdktn'", "'cdktf'")).toBe(
      sources.join('\n'),
    );
  });

  test('takes the names of the tool, its release of the provider and a source in short for no difference', () => {
    // Act
    const { same, lines } = compareStacks(
      JSON.stringify(STACK),
      changed(({ '//': note, terraform }) => {
        note.metadata.version = '0.24.0';
        terraform.required_providers.aws = { source: 'hashicorp/aws', version: '6.66.0' };
      }),
    );

    // Assess
    expect(same).toBe(true);
    expect(lines).toEqual([
      '(of the tool) //.metadata.version: "0.21.0" → "0.24.0"',
      '(of the tool) terraform.required_providers.aws.version: "6.25.0" → "6.66.0"',
    ]);
  });

  test('names an attribute that differs, and a resource that is gone', () => {
    // Act
    const renamed = compareStacks(
      JSON.stringify(STACK),
      changed(({ resource }) => {
        resource.aws_sqs_queue.one.name = 'two';
      }),
    );
    const gone = compareStacks(JSON.stringify(STACK), JSON.stringify({ ...STACK, resource: {} }));

    // Assess
    expect(renamed).toEqual({ same: false, lines: ['resource.aws_sqs_queue.one.name: "one" → "two"'] });
    expect(gone.lines).toEqual(['resource.aws_sqs_queue: {"one":{"//":{"metadata":{}},"name":"one"}} → absent']);
  });
});
