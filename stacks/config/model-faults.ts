import type { z } from 'zod';
import { isGlobalProfile } from '../inference-profile.ts';
import type { DeployConfigSchema } from './schema.ts';

/** What of the configuration decides how the model is reached. */
export type ModelSettings = Pick<z.output<typeof DeployConfigSchema>, 'model'>;

/** What the settings of the model say about one another, each fault in a sentence; empty when they agree. A role without a region could not be made: IAM takes no statement without a resource. */
export function modelFaults({ model }: ModelSettings): string[] {
  const { inferenceProfileId: profile, destinationRegions: regions } = model;
  if (profile === null && regions.length > 0)
    return [
      'model.destinationRegions: lead nowhere without model.inferenceProfileId; allowed: an empty list, or with a profile',
    ];
  if (profile !== null && regions.length === 0 && !isGlobalProfile(profile))
    return [
      `model.destinationRegions: are needed with ${profile}, because the roles allow the model in these alone; allowed: the regions that "aws bedrock get-inference-profile --inference-profile-identifier ${profile}" shows`,
    ];
  return [];
}
