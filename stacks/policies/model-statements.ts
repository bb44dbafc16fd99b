import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';
import type { PolicyStatement } from './policy-document.ts';

/** Profiles whose requests may go to any region. */
const GLOBAL_PROFILE = /^global\./;

/**
 * Lets a function call the configured model, and no other: through an inference profile the profile in this region, and the model in each region
 * that the profile leads to, but only when called through the profile. The global profile has a model ARN without a region.
 */
export function modelStatements(context: PipelineContext, actions: readonly string[]): PolicyStatement[] {
  const { region, model } = context.config;
  if (model.inferenceProfileId === null) {
    return [{ Effect: 'Allow', Action: actions, Resource: modelArn(context, region) }];
  }
  const profile = arnOf(context, 'bedrock', `inference-profile/${model.inferenceProfileId}`);
  const regions = GLOBAL_PROFILE.test(model.inferenceProfileId) ? [region, ''] : model.destinationRegions;
  return [
    { Effect: 'Allow', Action: actions, Resource: profile },
    {
      Effect: 'Allow',
      Action: actions,
      Resource: [...new Set(regions)].map((each) => modelArn(context, each)),
      Condition: { StringEquals: { 'bedrock:InferenceProfileArn': profile } },
    },
  ];
}

function modelArn({ partition, config }: PipelineContext, region: string): string {
  return `arn:${partition}:bedrock:${region}::foundation-model/${config.model.id}`;
}
