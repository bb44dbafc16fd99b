import { z } from 'zod';
import { GLOBAL_DESTINATION } from '../inference-profile.ts';
import { Region } from './names.ts';
import { setting } from './setting.ts';

/** An id as Bedrock writes it, and the ARN of a profile, which an application inference profile is called by. */
const BEDROCK_ID = /^[\w.:-]+$/;
const PROFILE = /^(?:[\w.:-]+|arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:(?:application-)?inference-profile\/[\w.:-]+)$/;

/** The model that writes, and the way to it. */
export const ModelSettings = z.strictObject({
  id: setting(
    z.string().regex(BEDROCK_ID).max(200),
    'Model of Bedrock that writes briefs.',
    'a model id, e.g. anthropic.claude-haiku-4-5-20251001-v1:0',
  ),
  inferenceProfileId: setting(
    z.string().regex(PROFILE).max(200).nullable().default(null),
    'Inference profile through which the model is called; most models take no call without one.',
    'a profile id such as eu.anthropic.claude-haiku-4-5-20251001-v1:0, the ARN of an application inference profile, or null',
  ),
  destinationRegions: setting(
    z.array(z.union([Region, z.literal(GLOBAL_DESTINATION)])).default([]),
    'Regions to which the profile may send a request: the list that `aws bedrock get-inference-profile` shows.',
    `a list of regions, "${GLOBAL_DESTINATION}" for a model that is shown without one; needed with a profile other than a global one of AWS, empty without a profile`,
  ),
  guardrail: setting(
    z
      .strictObject({
        id: z.string().regex(/^[a-z0-9]+$/),
        version: z.string().regex(/^([1-9]\d*|DRAFT)$/),
        profile: z.strictObject({ id: z.string().regex(BEDROCK_ID), regions: z.array(Region).min(1) }).optional(),
      })
      .nullable()
      .default(null),
    'Guardrail that looks at what goes to and comes from the model; one of the tier STANDARD does so in other regions as well, which its profile names.',
    '{"id": "…", "version": "1"}, with "profile": {"id": "eu.guardrail.v1:0", "regions": ["…"]} where it has one, or null',
  ),
});
