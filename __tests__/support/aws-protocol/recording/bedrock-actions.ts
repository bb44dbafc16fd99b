import type { AskedAction, ToArn, WireRequest } from './asked-action.ts';

/** The regions that an inference profile of one geography leads to, by its prefix, as far as tests use them. */
export const PROFILE_REGIONS: Readonly<Record<string, readonly string[]>> = { eu: ['eu-central-1', 'eu-west-1'] };

/**
 * Converse is allowed by InvokeModel: through a profile on the profile itself, and in each region that it leads to on the model, which sees that it is called through
 * the profile. A guardrail is applied besides.
 */
export function bedrockActions({ url, body }: WireRequest, toArn: ToArn): readonly AskedAction[] {
  const id = decodeURIComponent(/^\/model\/([^/]+)\/converse$/.exec(url)?.[1] ?? '');
  if (id === '') throw new Error(`No operation of Bedrock is known at ${url}.`);
  const { guardrailConfig } = JSON.parse(body.toString()) as { guardrailConfig?: { guardrailIdentifier: string } };
  const guardrail = guardrailConfig && toArn('bedrock', `guardrail/${guardrailConfig.guardrailIdentifier}`);
  return [
    ...modelActions(id, toArn),
    ...(guardrail === undefined ? [] : [{ action: 'bedrock:ApplyGuardrail', on: 'guardrail', arn: guardrail }]),
  ];
}

function modelActions(id: string, toArn: ToArn): readonly AskedAction[] {
  const action = 'bedrock:InvokeModel';
  const regions = PROFILE_REGIONS[id.split('.')[0] ?? ''];
  if (regions === undefined) throw new Error(`It is not known where the profile ${id} leads to.`);
  const profile = toArn('bedrock', `inference-profile/${id}`);
  const model = id.slice(id.indexOf('.') + 1);
  return [
    { action, on: 'model', arn: profile },
    ...regions.map((region) => ({
      action,
      on: 'model',
      arn: `arn:aws:bedrock:${region}::foundation-model/${model}`,
      context: { 'bedrock:InferenceProfileArn': profile, 'aws:RequestedRegion': region },
    })),
  ];
}
