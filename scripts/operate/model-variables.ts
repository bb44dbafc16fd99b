import type { Environment } from '../../services/environment.ts';
import type { DeployConfig } from '../../stacks/deploy-config.ts';

/** The variables that GenerateBrief is deployed with, as far as the model is concerned. */
export function modelVariables({ model, variables }: DeployConfig): Environment {
  const { guardrail } = model;
  return {
    ...variables,
    BEDROCK_MODEL_ID: model.inferenceProfileId ?? model.id,
    ...(guardrail === null ? {} : { BEDROCK_GUARDRAIL_ID: guardrail.id, BEDROCK_GUARDRAIL_VERSION: guardrail.version }),
  };
}
