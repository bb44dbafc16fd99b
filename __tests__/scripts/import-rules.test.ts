import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { IConfiguration, ICruiseOptions } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';

const FIXTURES = join(import.meta.dirname, '../fixtures/layers');
const configuration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as IConfiguration & {
  options: ICruiseOptions;
};
const ruleNames = (configuration.forbidden ?? []).map((rule) => rule.name ?? 'unnamed');

/** Applies the repository's rules to a small repository of its own and gives the names of the rules it breaks. */
async function brokenRules(fixture: string): Promise<string[]> {
  const { output } = await cruise(['.'], {
    ...configuration.options,
    baseDir: join(FIXTURES, fixture),
    ruleSet: { forbidden: configuration.forbidden ?? [] },
    validate: true,
  });
  if (typeof output === 'string') throw new Error(`dependency-cruiser answered with text: ${output}`);
  return [...new Set(output.summary.violations.map((violation) => violation.rule.name))];
}

describe('the import rules', () => {
  it('have one invalid fixture each', () => {
    // Act
    const fixtures = readdirSync(FIXTURES).filter((name) => name !== 'valid');

    // Assess
    expect(fixtures.sort()).toEqual([...ruleNames].sort());
  });

  it('accept the intended shape of the repository', async () => {
    // Act
    const broken = await brokenRules('valid');

    // Assess
    expect(broken).toEqual([]);
  });

  it.each(ruleNames)('%s rejects its fixture', async (rule) => {
    // Act
    const broken = await brokenRules(rule);

    // Assess
    expect(broken).toContain(rule);
  });
});
