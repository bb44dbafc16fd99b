import type { BedrockRuntimeClient, ConverseCommandInput } from '@aws-sdk/client-bedrock-runtime';
import { ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import { askAws } from './ask-aws.ts';

/** What a model is asked with, beside one short question. */
export interface ModelProbe {
  readonly model_id: string;
  readonly inference?: { readonly temperature?: number; readonly topP?: number };
  /** Fields of this model alone, as BEDROCK_ADDITIONAL_FIELDS. */
  readonly additional?: Readonly<Record<string, unknown>>;
  /** How the form of the answer is asked for, as BEDROCK_STRUCTURED_OUTPUT. */
  readonly form?: 'json_schema' | 'tool';
}

/** Whether a model takes a request, and what it says when it does not. */
export type ProbeOutcome = { readonly accepted: true } | { readonly accepted: false; readonly message: string };

/** Asks a model a question of a few words. Throws `PermissionDeniedError`, `TransientUpstreamError`: a refusal of the request's form alone is an answer. */
export type ProbeModel = (probe: ModelProbe) => Promise<ProbeOutcome>;

/** Tokens of an answer: room for a thought and one word. */
const PROBE_TOKENS = 64;

const FORM = { type: 'object', properties: { ok: { type: 'boolean' } }, required: ['ok'], additionalProperties: false };

/** Models by Converse. */
export function createProbeModel(client: BedrockRuntimeClient): ProbeModel {
  return (probe) =>
    askAws({ action: 'bedrock:InvokeModel', resource: probe.model_id }, async (options) => {
      try {
        await client.send(new ConverseCommand(requestOf(probe)), options);
        return { accepted: true };
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ValidationException') throw error;
        return { accepted: false, message: error.message };
      }
    });
}

function requestOf({ model_id, inference, additional, form }: ModelProbe): ConverseCommandInput {
  return {
    modelId: model_id,
    system: [{ text: 'Answer in a few words.' }],
    messages: [{ role: 'user', content: [{ text: 'Say that you are there: {"ok": true}.' }] }],
    inferenceConfig: { maxTokens: PROBE_TOKENS, ...inference },
    ...(additional === undefined ? {} : { additionalModelRequestFields: additional as Record<string, string> }),
    ...(form === 'json_schema'
      ? {
          outputConfig: {
            textFormat: {
              type: 'json_schema' as const,
              structure: { jsonSchema: { schema: JSON.stringify(FORM), name: 'answer', description: 'An answer.' } },
            },
          },
        }
      : {}),
    ...(form === 'tool'
      ? {
          toolConfig: {
            tools: [{ toolSpec: { name: 'answer', description: 'Takes the answer.', inputSchema: { json: FORM } } }],
            toolChoice: { tool: { name: 'answer' } },
          },
        }
      : {}),
  };
}
