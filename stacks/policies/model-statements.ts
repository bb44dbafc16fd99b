import { GLOBAL_DESTINATION, isGlobalProfile, isProfileArn } from '../inference-profile.ts';
import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';
import type { PolicyStatement } from './policy-document.ts';

/**
 * Lets a function call the configured model, and no other: through an inference profile the profile in this region, and the model in each region
 * that the profile leads to, but only when called through the profile. The global profile has a model ARN without a region.
 */
export function modelStatements(context: PipelineContext, actions: readonly string[]): PolicyStatement[] {
  const { region, model } = context.config;
  const { inferenceProfileId, destinationRegions } = model;
  if (inferenceProfileId === null) {
    return [{ Effect: 'Allow', Action: actions, Resource: modelArn(context, region) }];
  }
  const profile = isProfileArn(inferenceProfileId)
    ? inferenceProfileId
    : arnOf(context, 'bedrock', `inference-profile/${inferenceProfileId}`);
  const destinations = isGlobalProfile(inferenceProfileId) ? [region, GLOBAL_DESTINATION] : destinationRegions;
  return [
    { Effect: 'Allow', Action: actions, Resource: profile },
    {
      Effect: 'Allow',
      Action: actions,
      Resource: [...new Set(destinations)].map((each) => modelArn(context, each)),
      Condition: { StringEquals: { 'bedrock:InferenceProfileArn': profile } },
    },
  ];
}

function modelArn({ partition, config }: PipelineContext, destination: string): string {
  const region = destination === GLOBAL_DESTINATION ? '' : destination;
  return `arn:${partition}:bedrock:${region}::foundation-model/${config.model.id}`;
}
