import { describe, expect, it } from '@jest/globals';
import { generateBrief } from '../../../../contracts/index.ts';
import { bedrockSettings } from '../../../../services/brief/bedrock/bedrock-settings.ts';
import {
  BEDROCK_ATTEMPT_MS,
  BEDROCK_CONNECT_MS,
  BEDROCK_MAX_ATTEMPTS,
} from '../../../../services/brief/bedrock/bedrock-timeouts.ts';
import { CALL_DEADLINE_MS, WRITE_DEADLINE_MS } from '../../../../services/brief/model/limits.ts';

const BEDROCK_MODEL_ID = 'eu.example.writer-2-v1:0';

describe('the settings of the Bedrock writer', () => {
  it('need a model and nothing else', () => {
    expect(bedrockSettings({ BEDROCK_MODEL_ID })).toEqual({
      model_id: BEDROCK_MODEL_ID,
      structured_output: 'plain',
      guardrail: null,
      inference_parameters: null,
      additional_model_request_fields: null,
      writer: { input_tokens: 24_000, max_output_tokens_per_section: 2_000, calls_at_once: 2 },
    });
  });

  it.each([
    ['no model', { BEDROCK_MODEL_ID: undefined }, 'BEDROCK_MODEL_ID is not set'],
    ['a way that there is not', { BEDROCK_STRUCTURED_OUTPUT: 'xml' }, 'BEDROCK_STRUCTURED_OUTPUT'],
    ['a number that is none', { BEDROCK_INPUT_TOKENS: 'many' }, 'BEDROCK_INPUT_TOKENS'],
    ['JSON that is none', { BEDROCK_ADDITIONAL_FIELDS: '{thinking}' }, 'BEDROCK_ADDITIONAL_FIELDS is no JSON'],
    [
      'a parameter that Converse does not have',
      { BEDROCK_INFERENCE_PARAMETERS: '{"top_p": 1}' },
      'BEDROCK_INFERENCE_PARAMETERS',
    ],
    [
      'a guardrail without version',
      { BEDROCK_GUARDRAIL_ID: 'gr-1' },
      'BEDROCK_GUARDRAIL_VERSION and BEDROCK_GUARDRAIL_ID belong together',
    ],
    [
      'a guardrail that would look past the answer',
      { BEDROCK_GUARDRAIL_ID: 'gr-1', BEDROCK_GUARDRAIL_VERSION: '1', BEDROCK_STRUCTURED_OUTPUT: 'tool' },
      'guardrails do not look at what a model hands to a tool',
    ],
  ])('refuse %s', (_name, given, message) => {
    expect(() => bedrockSettings({ BEDROCK_MODEL_ID, ...given })).toThrow(
      expect.objectContaining({ name: 'ConfigurationError', message: expect.stringContaining(message) }),
    );
  });
});

describe('the times of the Bedrock writer', () => {
  it('fit into each other: attempts into a call, calls into the brief, the brief into the function', () => {
    const { sdk_seconds, function_seconds } = generateBrief.timeouts;
    expect(BEDROCK_MAX_ATTEMPTS * (BEDROCK_ATTEMPT_MS + BEDROCK_CONNECT_MS)).toBeLessThanOrEqual(CALL_DEADLINE_MS);
    expect(CALL_DEADLINE_MS).toBe(sdk_seconds * 1_000);
    expect(CALL_DEADLINE_MS).toBeLessThan(WRITE_DEADLINE_MS);
    expect(WRITE_DEADLINE_MS).toBeLessThan(function_seconds * 1_000);
  });
});
