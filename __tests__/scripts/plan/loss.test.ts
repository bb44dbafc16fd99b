import { describe, expect, it } from '@jest/globals';
import { summaryOf } from '../../support/terraform/plan-builder.ts';

const TABLE = { name: 'sessions', deletion_protection_enabled: true, point_in_time_recovery: [{ enabled: true }] };

describe('what is lost', () => {
  it('stands before everything else, with what holds data first', () => {
    // Act
    const summary = summaryOf([
      { type: 'aws_iam_role_policy', name: 'Reader_policy_00000001', after: { policy: '{"Statement":[]}' } },
      { type: 'aws_apigatewayv2_route', name: 'route_00000002', before: { route_key: 'GET /a' } },
      { type: 'aws_dynamodb_table', name: 'storage_table_00000003', before: TABLE },
    ]);

    // Assess
    const places = ['### 🛑 Data is lost', '### ⚠️ Deleted or replaced', '### Everything else'].map((heading) =>
      summary.indexOf(heading),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(summary).toContain('**`storage_table`** (`aws_dynamodb_table`) is **deleted**. **Lost: all its items');
    expect(summary).toContain('Resources: 2 **deleted** · 1 new');
  });

  it('says what stands in the way of it', () => {
    expect(summaryOf([{ type: 'aws_dynamodb_table', before: TABLE }])).toContain('Deletion protection is on');
    expect(summaryOf([{ type: 'aws_s3_bucket', before: { bucket: 'b', force_destroy: false } }])).toContain(
      'AWS refuses while objects are in it.',
    );
  });

  it('says why something is replaced', () => {
    // Act
    const summary = summaryOf([
      {
        type: 'aws_s3_bucket',
        before: { bucket: 'a' },
        after: { bucket: 'b' },
        actions: ['create', 'delete'],
        more: { replace_paths: [['bucket']] },
      },
    ]);

    // Assess
    expect(summary).toContain('is **replaced** because `bucket` cannot be changed in place. **Lost: all its objects');
  });

  it.each([
    [
      'aws_dynamodb_table',
      { deletion_protection_enabled: true },
      { deletion_protection_enabled: false },
      'the table can be deleted',
    ],
    [
      'aws_dynamodb_table',
      { point_in_time_recovery: [{ enabled: true }] },
      { point_in_time_recovery: [{ enabled: false }] },
      'the table cannot be restored',
    ],
    ['aws_s3_bucket', { force_destroy: false }, { force_destroy: true }, 'the bucket is emptied when it is deleted'],
    [
      'aws_s3_bucket_public_access_block',
      { block_public_acls: true },
      { block_public_acls: false },
      'the bucket can be made public',
    ],
    [
      'aws_s3_bucket_versioning',
      { versioning_configuration: [{ status: 'Enabled' }] },
      { versioning_configuration: [{ status: 'Suspended' }] },
      'overwritten objects are lost',
    ],
    ['aws_cloudwatch_log_group', { retention_in_days: 90 }, { retention_in_days: 30 }, 'what is older is deleted'],
  ])('warns when %s is changed from %j to %j', (type, before, after, warning) => {
    // Act
    const [lowered, raised] = [
      summaryOf([{ type, before, after }]),
      summaryOf([{ type, before: after, after: before }]),
    ];

    // Assess
    expect(lowered).toContain('### ⚠️ Protection is lowered');
    expect(lowered).toContain(warning);
    expect(raised).not.toContain('Protection is lowered');
  });
});
