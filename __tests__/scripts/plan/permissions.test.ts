import { describe, expect, it } from '@jest/globals';
import type { ChangeSpec } from '../../support/terraform/plan-builder.ts';
import { summaryOf } from '../../support/terraform/plan-builder.ts';

type Statement = Readonly<Record<string, unknown>>;

const READ: Statement = { Effect: 'Allow', Action: ['s3:GetObject'], Resource: 'arn:aws:s3:::box/work/*' };

function policy(...statements: readonly Statement[]): { policy: string } {
  return { policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }) };
}

/** The sentences about a role's policy that changes. */
function sentences(
  before: readonly Statement[],
  after: readonly Statement[],
  spec: Partial<ChangeSpec> = {},
): string[] {
  const summary = summaryOf([
    {
      type: 'aws_iam_role_policy',
      name: 'Scraper_policy_00000001',
      before: policy(...before),
      after: policy(...after),
      ...spec,
    },
  ]);
  return summary.split('\n').filter((line) => line.startsWith('- '));
}

describe('permissions as sentences', () => {
  it('says what a role may do beside what it could', () => {
    expect(sentences([READ], [{ ...READ, Action: ['s3:GetObject', 's3:PutObject'] }])).toEqual([
      '- **Widened:** **Scraper** may now also `s3:PutObject` on `arn:aws:s3:::box/work/*`.',
    ]);
  });

  it('says what a role may no longer do', () => {
    expect(sentences([{ ...READ, Action: ['s3:GetObject', 's3:PutObject'] }], [READ])).toEqual([
      '- Narrowed: **Scraper** may no longer `s3:PutObject` on `arn:aws:s3:::box/work/*`.',
    ]);
  });

  it('tells the wider before the narrower', () => {
    // Act
    const [first, second] = sentences([READ], [{ ...READ, Resource: 'arn:aws:s3:::box/*' }]);

    // Assess
    expect(first).toBe('- **Widened:** **Scraper** may now also `s3:GetObject` on `arn:aws:s3:::box/*`.');
    expect(second).toBe('- Narrowed: **Scraper** may no longer `s3:GetObject` on `arn:aws:s3:::box/work/*`.');
  });

  it('takes a denial that goes for a widening, and one that comes for a narrowing', () => {
    // Prepare
    const deny = { ...READ, Effect: 'Deny' };

    // Act, assess
    expect(sentences([deny], [])).toEqual([
      '- **Widened:** **Scraper** is no longer denied `s3:GetObject` on `arn:aws:s3:::box/work/*`.',
    ]);
    expect(sentences([], [deny])).toEqual([
      '- Narrowed: **Scraper** may no longer `s3:GetObject` on `arn:aws:s3:::box/work/*`.',
    ]);
  });

  it.each([
    [{ Action: 's3:*' }, '⚠️ **Wildcard action** `s3:*`.'],
    [{ Action: 's3:GetObject', Resource: '*' }, '⚠️ **On every resource.**'],
    [{ Action: undefined, NotAction: ['iam:*'] }, '⚠️ **Wildcard action** `every action but iam:*`.'],
    [{ Resource: undefined, NotResource: ['arn:aws:s3:::box'] }, '⚠️ **On every resource.**'],
  ])('flags %j', (part, warning) => {
    expect(sentences([], [{ ...READ, ...part }]).join()).toContain(warning);
  });

  it('tells a condition that goes, comes or changes', () => {
    // Prepare
    const inRegion = (region: string) => ({ ...READ, Condition: { StringEquals: { 'aws:RequestedRegion': region } } });

    // Act, assess
    expect(sentences([inRegion('eu-west-1')], [READ])).toEqual([
      '- **Widened:** **Scraper**: the condition on `s3:GetObject` on `arn:aws:s3:::box/work/*` was `aws:RequestedRegion StringEquals eu-west-1` and is now no condition.',
    ]);
    expect(sentences([READ], [inRegion('eu-west-1')])[0]).toMatch(/^- Narrowed: /);
    expect(sentences([inRegion('eu-west-1')], [inRegion('eu-west-2')])[0]).toMatch(/^- \*\*Changed:\*\* /);
  });

  it('shows a condition to its end, however long it is', () => {
    // Prepare
    const attributes = Array.from({ length: 40 }, (_, index) => `attribute_${String(index).padStart(2, '0')}`);
    const narrow = { ...READ, Condition: { 'ForAllValues:StringEquals': { 'dynamodb:Attributes': attributes } } };

    // Act
    const told = sentences([READ], [narrow]).join();

    // Assess
    expect(told).toContain(`${attributes.join(', ')}\``);
  });

  it('says nothing when a policy is only written in another order', () => {
    // Prepare
    const write = { ...READ, Action: 's3:PutObject' };

    // Act
    const summary = summaryOf([
      { type: 'aws_iam_role_policy', before: policy(READ, write), after: policy(write, READ) },
    ]);

    // Assess
    expect(summary).toContain('1 policy is written again, and grants what was granted before.');
  });

  it('says who may take on a role, and who may call a function', () => {
    // Prepare
    const trust = (service: string) => ({
      assume_role_policy: JSON.stringify({
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
      }),
    });

    // Act
    const summary = summaryOf([
      {
        type: 'aws_iam_role',
        name: 'Scraper_role_00000001',
        before: trust('lambda.amazonaws.com'),
        after: trust('ec2.amazonaws.com'),
      },
      {
        type: 'aws_lambda_permission',
        name: 'Scraper_permission_00000002',
        after: { action: 'lambda:InvokeFunction', principal: '*', function_name: 'scraper', qualifier: 'live' },
      },
    ]);

    // Assess
    expect(summary).toContain('**Scraper** (its role): `ec2.amazonaws.com` may now also `sts:AssumeRole`.');
    expect(summary).toContain('**Scraper** (its role): `lambda.amazonaws.com` may no longer `sts:AssumeRole`.');
    expect(summary).toContain(
      '**Scraper**: `*` may `lambda:InvokeFunction` on `scraper:live`. ⚠️ **Anyone, without a condition.**',
    );
  });

  it('warns of a permissions boundary that goes, and of a route that opens', () => {
    // Act
    const summary = summaryOf([
      {
        type: 'aws_iam_role',
        name: 'Scraper_role_00000001',
        before: { permissions_boundary: 'arn:aws:iam::1:policy/b' },
        after: { permissions_boundary: null },
      },
      {
        type: 'aws_apigatewayv2_route',
        before: { route_key: 'GET /a', authorization_type: 'AWS_IAM' },
        after: { route_key: 'GET /a', authorization_type: 'NONE' },
      },
    ]);

    // Assess
    expect(summary).toContain(
      '- **Widened:** **Scraper** (its role): the permissions boundary was `arn:aws:iam::1:policy/b` and is now none.',
    );
    expect(summary).toContain('- **Widened:** **Anyone** may call `GET /a` without an authorizer. ⚠️');
  });

  it('reads a policy that names what is yet to be made out of the configuration', () => {
    // Prepare
    const text = policy({ ...READ, Resource: '${aws_s3_bucket.box_00000002.arn}/work/*' }).policy;
    const configuration = {
      root_module: {
        resources: [
          { address: 'aws_iam_role_policy.Scraper_policy_00000001', expressions: { policy: { constant_value: text } } },
        ],
      },
    };
    const change = {
      type: 'aws_iam_role_policy',
      name: 'Scraper_policy_00000001',
      after: {},
      more: { after_unknown: { policy: true } },
    };

    // Act
    const summary = summaryOf([change], { configuration });

    // Assess
    expect(summary).toContain('**Scraper** may `s3:GetObject` on `${box.arn}/work/*`.');
  });

  it('says so when not even the configuration tells what a policy grants', () => {
    expect(
      summaryOf([{ type: 'aws_iam_role_policy', after: {}, more: { after_unknown: { policy: true } } }]),
    ).toContain('⚠️ What `aws_iam_role_policy.Thing_00000000` grants is known only after the plan is applied');
  });
});
