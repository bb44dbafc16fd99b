import type { ContentBlock, ConverseCommandInput, Message, ToolConfiguration } from '@aws-sdk/client-bedrock-runtime';
import type { ModelRequest, ModelTurn, TurnBlock } from '../model/model-transport.ts';
import { PROMPT_VERSION } from '../model/prompt/rules.ts';
import type { BedrockSettings } from './bedrock-settings.ts';

/** Name of the tool or schema that carries the answer. */
const ANSWER_NAME = 'write_sections';
const ANSWER_DESCRIPTION = 'Hands in the sections that were asked for.';

/**
 * What Converse is sent: the rules as `system`, where no source can reach; sources as `guardContent` when a guardrail is set, which then looks at those
 * alone; sampling parameters and model fields only when configured.
 */
export function converseRequest(request: ModelRequest, settings: BedrockSettings): ConverseCommandInput {
  const { guardrail, inference_parameters, additional_model_request_fields, model_id } = settings;
  return {
    modelId: model_id,
    system: [{ text: request.rules }],
    messages: request.turns.map((turn) => message(turn, guardrail !== null)),
    inferenceConfig: { maxTokens: request.max_output_tokens, ...inferenceParameters(inference_parameters) },
    requestMetadata: { application: 'interview-pipeline', prompt: PROMPT_VERSION },
    ...(request.schema === null ? {} : structuredOutput(settings.structured_output, request.schema)),
    ...(guardrail === null
      ? {}
      : { guardrailConfig: { guardrailIdentifier: guardrail.id, guardrailVersion: guardrail.version } }),
    ...(additional_model_request_fields === null
      ? {}
      : { additionalModelRequestFields: additional_model_request_fields }),
  };
}

function inferenceParameters(parameters: BedrockSettings['inference_parameters']): {
  temperature?: number;
  topP?: number;
} {
  return {
    ...(parameters?.temperature === undefined ? {} : { temperature: parameters.temperature }),
    ...(parameters?.topP === undefined ? {} : { topP: parameters.topP }),
  };
}

function message(turn: ModelTurn, guarded: boolean): Message {
  if (turn.role === 'assistant') return { role: 'assistant', content: [{ text: turn.text }] };
  return { role: 'user', content: turn.blocks.map((block) => contentBlock(block, guarded)) };
}

function contentBlock({ kind, text }: TurnBlock, guarded: boolean): ContentBlock {
  return guarded && kind === 'untrusted' ? { guardContent: { text: { text } } } : { text };
}

function structuredOutput(
  way: BedrockSettings['structured_output'],
  schema: NonNullable<ModelRequest['schema']>,
): Pick<ConverseCommandInput, 'outputConfig' | 'toolConfig'> {
  if (way === 'plain') return {};
  if (way === 'tool') return { toolConfig: answerTool(schema) };
  const jsonSchema = { schema: JSON.stringify(schema), name: ANSWER_NAME, description: ANSWER_DESCRIPTION };
  return { outputConfig: { textFormat: { type: 'json_schema', structure: { jsonSchema } } } };
}

/** Without `strict`: models that hold to a schema strictly also take it as `json_schema`; the tool is for the others. */
function answerTool(schema: NonNullable<ModelRequest['schema']>): ToolConfiguration {
  // A JSON Schema is JSON; copying it by way of its text gives the type that the SDK asks for.
  const json = JSON.parse(JSON.stringify(schema));
  return {
    tools: [{ toolSpec: { name: ANSWER_NAME, description: ANSWER_DESCRIPTION, inputSchema: { json } } }],
    toolChoice: { tool: { name: ANSWER_NAME } },
  };
}
