import { describe, expect, it } from '@jest/globals';
import { summarizePlan } from '../../../scripts/plan/summarize-plan.ts';
import { planOf, summaryOf } from '../../support/terraform/plan-builder.ts';

const POLICY = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }] });

describe('what comes into the state', () => {
  it('is told with its id, alone and changed on the way', () => {
    // Act
    const summary = summaryOf([
      {
        type: 'aws_s3_bucket',
        name: 'kept_00000001',
        before: { bucket: 'b' },
        after: { bucket: 'b' },
        actions: ['no-op'],
        more: { importing: { id: 'b' } },
      },
      {
        type: 'aws_sns_topic',
        name: 'topic_00000002',
        before: { display_name: '' },
        after: { display_name: 'Alarms' },
        more: { importing: { id: 'arn:aws:sns:eu-west-1:111122223333:alarms' } },
      },
    ]);

    // Assess
    expect(summary).toContain('Resources: 1 changed · 1 imported');
    expect(summary).toContain('- `kept` (`aws_s3_bucket`) is `b`.');
    expect(summary).toContain(
      '- `topic` (`aws_sns_topic`) is `arn:aws:sns:eu-west-1:111122223333:alarms`, and is changed.',
    );
  });
});

describe('what goes out of the state', () => {
  it('is neither lost nor without permissions, but is told loudly', () => {
    // Act
    const summary = summaryOf([
      { type: 'aws_dynamodb_table', name: 'table_00000001', before: { name: 't' }, actions: ['forget'] },
      { type: 'aws_iam_role_policy', name: 'F_policy_00000002', before: { policy: POLICY }, actions: ['forget'] },
    ]);

    // Assess
    expect(summary).toContain('Resources: 2 **forgotten**');
    expect(summary).toContain('### ⚠️ Goes on without Terraform');
    expect(summary).toContain('**`table`** (`aws_dynamodb_table`) stays as it is; Terraform no longer');
    expect(summary).not.toMatch(/Data is lost|may no longer/);
  });

  it('when something new takes its place, is no loss either', () => {
    // Act
    const summary = summaryOf([
      { type: 'aws_s3_bucket', before: { bucket: 'a' }, after: { bucket: 'b' }, actions: ['create', 'forget'] },
    ]);

    // Assess
    expect(summary).toContain('Resources: 1 **replaced**');
    expect(summary).toContain('The old one stays, without Terraform.');
    expect(summary).not.toContain('Data is lost');
  });
});

describe('what an unfinished replacement left over', () => {
  it('is not taken for the resource that is used', () => {
    // Prepare
    const address = 'aws_lambda_function.F_function_00000001';
    const live = {
      address,
      type: 'aws_lambda_function',
      name: 'F',
      change: { actions: ['no-op'], before: {}, after: {} },
    };
    const left = { ...live, deposed: 'ab12cd34', change: { actions: ['delete'], before: {}, after: null } };

    // Act
    const summary = summaryOf([], { resource_changes: [live, left] });

    // Assess
    expect(summary).toContain(
      '- What an unfinished replacement left over of **`F_function`** (`aws_lambda_function`) is **deleted**.',
    );
    expect(summary).not.toContain('### Functions');
  });
});

describe('an output', () => {
  it('of many parts is told part by part', () => {
    // Prepare
    const output_changes = {
      places: { actions: ['update'], before: { api: 'a', bucket: 'b' }, after: { api: 'c', bucket: 'd' } },
    };

    // Act
    const summary = summaryOf([], { output_changes });

    // Assess
    expect(summary).toContain('| `places.api` | `a` | `c` |');
    expect(summary).toContain('| `places.bucket` | `b` | `d` |');
  });
});

describe('a document that was rewritten by hand', () => {
  it('leaves room for what comes after it', () => {
    // Prepare
    const body = (word: string) =>
      JSON.stringify(Array.from({ length: 2_000 }, (_, index) => `${word} ${index}`.padEnd(100)));
    const drifted = {
      address: 'aws_cloudwatch_dashboard.dashboard_00000001',
      type: 'aws_cloudwatch_dashboard',
      name: 'dashboard',
      change: { actions: ['update'], before: { dashboard_body: body('a') }, after: { dashboard_body: body('b') } },
    };

    // Act
    const summary = summaryOf([{ type: 'aws_iam_role_policy', name: 'F_policy_00000002', after: { policy: POLICY } }], {
      resource_drift: [drifted],
    });

    // Assess
    expect(summary).toContain('and 1988 more');
    expect(summary).toContain('### Permissions');
  });
});

describe('the command that applies', () => {
  it.each([
    ['build/plans/dev/planned.tfplan', '--plan build/plans/dev/planned.tfplan --sha256'],
    ["my plans/it's.tfplan", String.raw`--plan 'my plans/it'\''s.tfplan' --sha256`],
    ['a;touch b', "--plan 'a;touch b' --sha256"],
  ])('can be given to a shell with the path %j', (path, expected) => {
    // Act
    const plan = planOf([{ type: 'aws_sns_topic', after: {} }]);
    const summary = summarizePlan({ plan, environment: 'dev', planFile: { path, sha256: 'f'.repeat(64) } });

    // Assess
    expect(summary).toContain(expected);
  });
});
