import type { BedrockClient } from '@aws-sdk/client-bedrock';
import {
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  GetGuardrailCommand,
  GetInferenceProfileCommand,
} from '@aws-sdk/client-bedrock';
import type { AwsCall } from '../aws/map-aws-error.ts';
import { askAws } from './ask-aws.ts';

/** An inference profile. */
export interface InferenceProfileFacts {
  readonly name: string;
  readonly status: string;
  /** ARNs of the models that it routes to, one a region. */
  readonly model_arns: readonly string[];
}

/** A model. */
export interface ModelFacts {
  readonly name: string;
  readonly provider: string;
  /** `ON_DEMAND`, `INFERENCE_PROFILE`, `PROVISIONED`. */
  readonly inference_types: readonly string[];
  /** `ACTIVE` or `LEGACY`. */
  readonly status: string;
}

/** Whether this account may use a model. */
export interface ModelAvailability {
  readonly agreement: string;
  readonly authorization: string;
  readonly entitlement: string;
  readonly region: string;
}

/** A guardrail. */
export interface GuardrailFacts {
  readonly name: string;
  readonly status: string;
  /** Personal data that it replaces, by kind: quotes would no longer be what the source says. */
  readonly anonymizes: readonly string[];
  /** Tiers of its policies: `CLASSIC`, `STANDARD`. */
  readonly tiers: readonly string[];
  /** The guardrail profile through which it sends what it looks at to other regions; undefined for one that stays in its own. */
  readonly profile_id: string | undefined;
}

/** What Amazon Bedrock says of models. Every call throws `PermissionDeniedError`, `ConfigurationError` for what does not exist, `TransientUpstreamError`. */
export interface Models {
  inferenceProfile(id: string): Promise<InferenceProfileFacts>;
  model(id: string): Promise<ModelFacts>;
  availability(model_id: string): Promise<ModelAvailability>;
  guardrail(id: string, version: string): Promise<GuardrailFacts>;
}

/** What Bedrock says of models, by its control plane. */
export function createModels(client: BedrockClient): Models {
  return {
    inferenceProfile: (id) =>
      askAws(call('GetInferenceProfile', `inference-profile/${id}`), async (options) => {
        const found = await client.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id }), options);
        const { inferenceProfileName: name = id, status = 'UNKNOWN', models = [] } = found;
        return { name, status, model_arns: models.flatMap(({ modelArn }) => modelArn ?? []) };
      }),
    model: (id) =>
      askAws(call('GetFoundationModel', `foundation-model/${id}`), async (options) => {
        const { modelDetails: found } = await client.send(
          new GetFoundationModelCommand({ modelIdentifier: id }),
          options,
        );
        return {
          name: found?.modelName ?? id,
          provider: found?.providerName ?? '',
          inference_types: found?.inferenceTypesSupported ?? [],
          status: found?.modelLifecycle?.status ?? 'UNKNOWN',
        };
      }),
    availability: (id) =>
      askAws(call('GetFoundationModelAvailability', `foundation-model/${id}`), async (options) => {
        const found = await client.send(new GetFoundationModelAvailabilityCommand({ modelId: id }), options);
        return {
          agreement: found.agreementAvailability?.status ?? 'UNKNOWN',
          authorization: found.authorizationStatus ?? 'UNKNOWN',
          entitlement: found.entitlementAvailability ?? 'UNKNOWN',
          region: found.regionAvailability ?? 'UNKNOWN',
        };
      }),
    guardrail: (id, version) =>
      askAws(call('GetGuardrail', `guardrail/${id}`), (options) => guardrail(client, id, version, options)),
  };
}

async function guardrail(
  client: BedrockClient,
  guardrailIdentifier: string,
  guardrailVersion: string,
  options: { readonly abortSignal: AbortSignal },
): Promise<GuardrailFacts> {
  const found = await client.send(new GetGuardrailCommand({ guardrailIdentifier, guardrailVersion }), options);
  const {
    name = guardrailIdentifier,
    status = 'UNKNOWN',
    sensitiveInformationPolicy,
    contentPolicy,
    topicPolicy,
  } = found;
  const personal = [...(sensitiveInformationPolicy?.piiEntities ?? []), ...(sensitiveInformationPolicy?.regexes ?? [])];
  return {
    name,
    status,
    anonymizes: personal
      .filter(({ action, ...more }) =>
        [action, 'outputAction' in more ? more.outputAction : undefined].includes('ANONYMIZE'),
      )
      .map((entity) => ('type' in entity ? String(entity.type) : 'a regular expression')),
    tiers: [contentPolicy?.tier?.tierName, topicPolicy?.tier?.tierName].filter((tier) => tier !== undefined),
    profile_id: found.crossRegionDetails?.guardrailProfileId,
  };
}

function call(operation: string, resource: string): AwsCall {
  return { action: `bedrock:${operation}`, resource };
}
