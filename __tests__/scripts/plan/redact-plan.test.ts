import { describe, expect, it } from '@jest/globals';
import { redactPlan } from '../../../scripts/plan/redact-plan.ts';

const SECRET = 'a "quoted" secret of some length';

describe('redactPlan', () => {
  it('replaces what is marked, however short, wherever Terraform marks it', () => {
    // Prepare
    const plan = {
      resource_changes: [
        {
          change: {
            before: { pin: 7, name: 'box' },
            after: { pin: 8, name: 'box' },
            before_sensitive: { pin: true },
            after_sensitive: { pin: true },
          },
        },
      ],
      output_changes: { key: { before: 'ab', after: 'cd', before_sensitive: true, after_sensitive: true } },
      planned_values: {
        outputs: { key: { value: 'cd', sensitive: true } },
        root_module: {
          child_modules: [{ resources: [{ values: { key: ['cd'] }, sensitive_values: { key: [true] } }] }],
        },
      },
      prior_state: {
        values: { root_module: { resources: [{ values: { all: { of: 'it' } }, sensitive_values: { all: true } }] } },
      },
    };

    // Act
    const redacted = redactPlan(plan);

    // Assess
    expect(redacted).toMatchObject({
      resource_changes: [
        { change: { before: { pin: '(sensitive)', name: 'box' }, after: { pin: '(sensitive)', name: 'box' } } },
      ],
      output_changes: { key: { before: '(sensitive 1)', after: '(sensitive 2)' } },
      planned_values: {
        outputs: { key: { value: '(sensitive 2)' } },
        root_module: { child_modules: [{ resources: [{ values: { key: ['(sensitive 2)'] } }] }] },
      },
      prior_state: { values: { root_module: { resources: [{ values: { all: { of: '(sensitive 3)' } } }] } } },
    });
  });

  it('finds a value where nothing marks it, within other text and within JSON', () => {
    // Prepare
    const plan = {
      output_changes: { key: { after: SECRET, after_sensitive: true } },
      resource_changes: [
        { change: { after: { note: `the key is ${SECRET}.`, policy: JSON.stringify({ key: SECRET }) } } },
      ],
    };

    // Act
    const redacted = redactPlan(plan);

    // Assess
    expect(redacted).toMatchObject({
      resource_changes: [
        { change: { after: { note: 'the key is (sensitive 1).', policy: '{"key":"(sensitive 1)"}' } } },
      ],
    });
  });

  it('leaves alone what is short and not marked', () => {
    // Prepare
    const plan = { output_changes: { flag: { after: 'true', after_sensitive: true }, other: { after: 'true' } } };

    // Act, assess
    expect(redactPlan(plan)).toMatchObject({
      output_changes: { flag: { after: '(sensitive 1)' }, other: { after: 'true' } },
    });
  });

  it('changes nothing the second time', () => {
    // Prepare
    const plan = {
      output_changes: {
        key: { before: SECRET, after: `${SECRET} more`, before_sensitive: true, after_sensitive: true },
      },
    };

    // Act
    const once = redactPlan(plan);

    // Assess
    expect(redactPlan(once)).toEqual(once);
  });
});
