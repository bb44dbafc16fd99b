import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LambdaName } from '../../../contracts/functions.ts';
import { PERMISSIONS } from '../../../contracts/permissions.ts';
import type { AwsAction } from '../../support/aws-protocol/recording/asked-action.ts';
import { isAllowed } from '../../support/aws-protocol/recording/is-allowed.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { statementsOf } from './deployment.ts';
import type { PipelineOnAws } from './pipeline-on-aws.ts';
import { openPipelineOnAws } from './pipeline-on-aws.ts';
import type { WholeRun } from './use-everything.ts';
import { useEverything } from './use-everything.ts';

/** What every function asked of AWS when all of them ran: a checked file, so that a change of what a function does is seen in a review. */
const RECORDED = new URL('../../fixtures/aws/recorded-operations.json', import.meta.url);

const folder = await temporaryFolder('on-aws');
let pipeline: PipelineOnAws;
let whole: WholeRun;

beforeAll(async () => {
  pipeline = await openPipelineOnAws(folder);
  whole = await useEverything(pipeline);
});

afterAll(() => pipeline.close());

describe('the pipeline on AWS adapters', () => {
  test('ends with a brief from the site, the resume and the scan', () => {
    expect(whole.status).toMatchObject({ status: 'SUCCEEDED', degraded: false });
    expect(whole.brief).toContain('Alex Morgan');
    expect(whole.brief).toContain('reference.pdf');
  });

  test('asks the model once for each group of sections, although the step that writes is repeated', () => {
    // Assess
    const writing = whole.status.states.find(({ state }) => state === 'GenerateBrief');
    expect(writing).toMatchObject({ invocations: 2, reused: false });
    expect(whole.model_calls).toBe(4);
  });

  test('asks of AWS what the checked file says, function by function', () => {
    // Assess
    expect(pipeline.recorded()).toEqual(JSON.parse(readFileSync(RECORDED, 'utf8')));
  });

  test('asks for nothing that the role of a function does not allow on that resource, with its conditions', () => {
    // Act
    const refused = pipeline.actions.filter(
      (asked) => !isAllowed(statementsOf(asked.access_key as LambdaName, pipeline.s3.bucket), asked),
    );

    // Assess
    expect(refused.map(asText)).toEqual([]);
  });

  test('is refused what the role of a function does not allow', () => {
    // Prepare
    const progress = pipeline.actions.find(
      ({ access_key, action }) => access_key === 'ScrapeCompany' && action === 'dynamodb:UpdateItem',
    );
    const model = pipeline.actions.find(({ arn }) => arn.includes('foundation-model'));
    if (progress === undefined || model === undefined) throw new Error('Both were asked for.');
    const beyond: readonly AwsAction[] = [
      { ...progress, context: { 'dynamodb:Attributes': ['session_id', 'owner'] } },
      { ...progress, context: { ...progress.context, 'dynamodb:ReturnValues': 'ALL_NEW' } },
      { ...progress, arn: progress.arn.replace('-sessions', '-others') },
      { ...progress, action: 'dynamodb:PutItem' },
      { ...model, context: {} },
      { ...model, arn: model.arn.replace('writer-2', 'writer-3') },
    ];

    // Act
    const allowed = beyond.filter((asked) =>
      isAllowed(statementsOf(asked.access_key as LambdaName, pipeline.s3.bucket), asked),
    );

    // Assess
    expect(allowed).toEqual([]);
  });

  test('uses every permission of every function', () => {
    // Act
    const recorded = pipeline.recorded();
    const unused = (Object.keys(PERMISSIONS) as LambdaName[]).flatMap((name) =>
      allowedTo(name)
        .filter((operation) => !(recorded[name] ?? []).includes(operation))
        .map((operation) => `${name}: ${operation}`),
    );

    // Assess
    expect(unused).toEqual([]);
  });
});

function allowedTo(name: LambdaName): readonly string[] {
  return PERMISSIONS[name].flatMap(({ actions, on }) => actions.map((action) => `${action} on ${on}`));
}

function asText({ access_key, action, arn, context = {} }: AwsAction): string {
  return `${access_key}: ${action} on ${arn} ${JSON.stringify(context)}`;
}
