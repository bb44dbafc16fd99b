import { describe, expect, test } from '@jest/globals';
import { pipelineContext } from '../../stacks/pipeline-context.ts';
import { guardrailResources } from '../../stacks/policies/guardrail-resources.ts';
import { modelStatements } from '../../stacks/policies/model-statements.ts';
import { exampleConfig } from '../support/stacks/example-config.ts';

const MODEL = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const APPLICATION_PROFILE = 'arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/abc123def456';

/** The resources and conditions that a function may call the model with, under variables in the place of the settings of dev. */
function grantsWith(variables: Readonly<Record<string, string>>) {
  const context = pipelineContext(exampleConfig('dev', variables));
  return modelStatements(context, ['bedrock:InvokeModel']).map(({ Resource, Condition }) => ({ Resource, Condition }));
}

const throughAlone = (profile: string) => ({ StringEquals: { 'bedrock:InferenceProfileArn': profile } });

describe('a function may use the guardrail', () => {
  const on = (guardrail: object | null) =>
    guardrailResources(pipelineContext(exampleConfig('dev', { DEPLOY_MODEL_GUARDRAIL: JSON.stringify(guardrail) })));

  test('that is configured, and none otherwise', () => {
    expect(on({ id: 'gr1', version: '1' })).toEqual(['arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1']);
    expect(on(null)).toBeUndefined();
  });

  test('in each region that its profile leads to', () => {
    // Act
    const profile = { id: 'eu.guardrail.v1:0', regions: ['eu-central-1', 'eu-west-1'] };
    const resources = on({ id: 'gr1', version: '1', profile });

    // Assess
    expect(resources).toEqual([
      'arn:aws:bedrock:eu-west-1:111122223333:guardrail/gr1',
      'arn:aws:bedrock:eu-central-1:111122223333:guardrail-profile/eu.guardrail.v1:0',
      'arn:aws:bedrock:eu-west-1:111122223333:guardrail-profile/eu.guardrail.v1:0',
    ]);
  });
});

describe('a function may call the model', () => {
  test('by its own id, in the region alone', () => {
    // Act
    const grants = grantsWith({ DEPLOY_MODEL_INFERENCE_PROFILE_ID: 'null', DEPLOY_MODEL_DESTINATION_REGIONS: '[]' });

    // Assess
    expect(grants).toEqual([{ Resource: `arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}` }]);
  });

  test('through the profile of a geography, in each region that it leads to', () => {
    // Act
    const grants = grantsWith({});

    // Assess
    const profile = `arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.${MODEL}`;
    expect(grants).toEqual([
      { Resource: profile },
      {
        Resource: ['eu-central-1', 'eu-north-1', 'eu-west-1', 'eu-west-3'].map(
          (region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`,
        ),
        Condition: throughAlone(profile),
      },
    ]);
  });

  test('through the global profile, in this region and without one', () => {
    // Act
    const grants = grantsWith({
      DEPLOY_MODEL_INFERENCE_PROFILE_ID: `global.${MODEL}`,
      DEPLOY_MODEL_DESTINATION_REGIONS: '[]',
    });

    // Assess
    const profile = `arn:aws:bedrock:eu-west-1:111122223333:inference-profile/global.${MODEL}`;
    expect(grants).toEqual([
      { Resource: profile },
      {
        Resource: ['eu-west-1', ''].map((region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`),
        Condition: throughAlone(profile),
      },
    ]);
  });

  test('through an application profile, by its ARN and where it is said to lead', () => {
    // Act
    const grants = grantsWith({
      DEPLOY_MODEL_INFERENCE_PROFILE_ID: APPLICATION_PROFILE,
      DEPLOY_MODEL_DESTINATION_REGIONS: '["eu-west-1","global"]',
    });

    // Assess
    expect(grants).toEqual([
      { Resource: APPLICATION_PROFILE },
      {
        Resource: ['eu-west-1', ''].map((region) => `arn:aws:bedrock:${region}::foundation-model/${MODEL}`),
        Condition: throughAlone(APPLICATION_PROFILE),
      },
    ]);
  });
});
