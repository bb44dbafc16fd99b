import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sha256Hex } from '../../../scripts/bundle/zip.ts';
import { SCENARIOS } from '../../../scripts/plan/examples/scenarios.ts';
import type { Plan } from '../../../scripts/plan/plan-json.ts';
import { parsePlan } from '../../../scripts/plan/plan-json.ts';
import { summarizePlan } from '../../../scripts/plan/summarize-plan.ts';

const PLANS = join(import.meta.dirname, '../../fixtures/plans');

/** Set it to write the summaries anew; then read what changed in them. */
const UPDATE = process.env.UPDATE_GOLDEN === '1';

const NAMES = SCENARIOS.map(({ name }) => name);

function planText(name: string): string {
  return readFileSync(join(PLANS, `${name}.json`), 'utf8');
}

function summaryOfPlan(plan: Plan, name: string): string {
  const planFile = { path: 'build/plans/dev/planned.tfplan', sha256: sha256Hex(name) };
  return summarizePlan({ plan, environment: 'dev', planFile });
}

describe.each(NAMES)('the plan of the scenario %s', (name) => {
  it('reads as it was reviewed', () => {
    // Prepare
    const path = join(PLANS, `${name}.md`);

    // Act
    const summary = summaryOfPlan(parsePlan(planText(name)), name);

    // Assess
    if (UPDATE) writeFileSync(path, summary);
    expect(summary).toBe(existsSync(path) ? readFileSync(path, 'utf8') : '');
  });

  it('reads the same in whatever order Terraform lists it', () => {
    // Prepare
    const plan = parsePlan(planText(name));
    const expected = summaryOfPlan(plan, name);
    const shuffled = fc.shuffledSubarray(plan.resource_changes, { minLength: plan.resource_changes.length });

    fc.assert(
      fc.property(shuffled, (resource_changes) => {
        // Act, assess
        expect(summaryOfPlan({ ...plan, resource_changes }, name)).toBe(expected);
      }),
      { numRuns: 3 },
    );
  });

  it('holds nothing of the machine on which it was made, and no secret', () => {
    // Act
    const text = planText(name);

    // Assess
    expect(text).not.toMatch(/"\/(home|root|tmp|Users)\b/);
    // The key of session ids is two UUIDs.
    expect(text).not.toMatch(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}[0-9a-f]{8}-/);
  });
});

it('says in one line that nothing changes', () => {
  expect(summaryOfPlan(parsePlan(planText('no-op')), 'no-op')).toBe('## Plan for `dev`: no changes\n');
});
