import { bedrockSettings } from '../../../../services/brief/bedrock/bedrock-settings.ts';
import type { Quota } from '../../../../services/operator/quotas.ts';
import type { DeployConfig } from '../../../../stacks/deploy-config.ts';
import { isGlobalProfile } from '../../../../stacks/inference-profile.ts';
import { modelVariables } from '../../model-variables.ts';
import type { Check } from '../check.ts';
import type { Outcome } from '../finding.ts';
import { failed, ok, orAdvise, warning } from '../finding.ts';
import { chooseModel } from './choose-model.ts';
import { lookAt, raise } from './quotas.ts';

/** Sections of the largest group that one call writes. */
const SECTIONS_A_CALL = 5;

/** Calls of a run: its sections are written in four groups. */
const CALLS_A_RUN = 4;

/** The tokens a minute carry a run: Bedrock deducts a call's input and all that it may write when the call starts. */
export const bedrockQuotaCheck: Check = {
  name: 'quota: model tokens',
  asks_aws: true,
  run: async ({ aws, context: { config } }) => {
    const question = { service: 'bedrock', region: config.region };
    const [model, quotas] = await Promise.all([
      orAdvise(chooseModel(config.environment, config.region), aws.models.model(config.model.id)),
      aws.listQuotas(question.service),
    ]);
    const ofModel = quotas.filter((quota) => isOfModel(quota, config, model));
    const tokens = ofModel.find(({ name }) => /tokens per minute/i.test(name));
    const requests = ofModel.find(({ name }) => /requests per minute/i.test(name));
    if (tokens === undefined)
      return warning(
        `None of ${quotas.length} quotas of Bedrock is the tokens a minute of ${model.provider} ${model.name}.`,
        lookAt(question),
      );
    const also = requests === undefined ? '' : `, ${requests.value} requests`;
    return judge(config, tokens, `${tokens.value} tokens${also} a minute for ${model.name}`);
  },
};

/** "Cross-region model inference tokens per minute for Anthropic Claude Haiku 4.5": how it is called, what is counted, whose model. */
function isOfModel(
  { name }: Quota,
  { model }: DeployConfig,
  { name: modelName, provider }: { readonly name: string; readonly provider: string },
): boolean {
  const way = wayOf(model.inferenceProfileId);
  const [start = '', end = ''] = name.toLowerCase().split(' for ');
  const plainEnd = end.replace(`${provider.toLowerCase()} `, '').replace(/ v\d+$/, '');
  return start.startsWith(way) && plainEnd === modelName.toLowerCase();
}

function wayOf(profileId: string | null): string {
  if (profileId === null) return 'on-demand';
  return isGlobalProfile(profileId) ? 'global cross-region' : 'cross-region';
}

function judge(config: DeployConfig, quota: Quota, message: string): Outcome {
  const { writer } = bedrockSettings(modelVariables(config));
  const a_call = writer.input_tokens + SECTIONS_A_CALL * writer.max_output_tokens_per_section;
  const at_once = a_call * writer.calls_at_once;
  const question = { service: 'bedrock', region: config.region };
  const more = raise(quota, question, at_once);
  if (quota.value < a_call)
    return failed(
      `${message}, but one call may take ${a_call}: every call would be throttled.`,
      `${more}; or lower BEDROCK_INPUT_TOKENS and BEDROCK_OUTPUT_TOKENS_PER_SECTION in variables of deploy/${config.environment}.json.`,
    );
  if (quota.value < at_once)
    return warning(
      `${message}, but the ${writer.calls_at_once} calls that a run makes at once may take ${at_once}.`,
      `${more}; or set BEDROCK_CALLS_AT_ONCE to 1 in variables of deploy/${config.environment}.json.`,
    );
  return ok(`${message}, enough for ${(quota.value / (a_call * CALLS_A_RUN)).toFixed(1)} runs a minute at most`);
}
