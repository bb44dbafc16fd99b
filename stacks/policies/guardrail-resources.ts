import type { PipelineContext } from '../pipeline-context.ts';
import { arnOf } from '../pipeline-context.ts';

/**
 * What a function must be allowed to use the configured guardrail on: the guardrail, and where it works in several regions its profile in each of them (Amazon Bedrock User Guide,
 * "Permissions for using cross-Region inference with Amazon Bedrock Guardrails"). Undefined without a guardrail.
 */
export function guardrailResources(context: PipelineContext): readonly string[] | undefined {
  const { guardrail } = context.config.model;
  if (guardrail === null) return undefined;
  const { id, profile } = guardrail;
  const profiles = (profile?.regions ?? []).map((region) => {
    const inRegion = { ...context, config: { ...context.config, region } };
    return arnOf(inRegion, 'bedrock', `guardrail-profile/${profile?.id}`);
  });
  return [arnOf(context, 'bedrock', `guardrail/${id}`), ...profiles];
}
