import { z } from 'zod';
import type { EnvironmentName } from '../../../contracts/index.ts';
import { ConfigurationError } from '../../../contracts/index.ts';
import type { Environment } from '../../environment.ts';
import { DEFAULT_CALLS_AT_ONCE, DEFAULT_INPUT_TOKENS, DEFAULT_OUTPUT_TOKENS_PER_SECTION } from '../model/limits.ts';

/**
 * How a model is held to the form of an answer: by a JSON Schema, by a tool it must call, or by the prompt alone. Which of them a model supports differs
 * from model to model, so it is a setting; `plain` works with every one, and every answer is validated whatever the way.
 */
const StructuredOutput = z.enum(['json_schema', 'tool', 'plain']);

/** Text of a variable as JSON. */
const jsonText = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue('is no JSON');
    return z.NEVER;
  }
});

const positive = z.coerce.number().int().positive();

/** The variables of the Bedrock writer. */
const Variables = z
  .object({
    BEDROCK_MODEL_ID: z.string('is not set').trim().min(1, 'is empty').max(2_048),
    BEDROCK_STRUCTURED_OUTPUT: StructuredOutput.default('plain'),
    BEDROCK_INPUT_TOKENS: positive.min(1_000, 'is too few to write from').default(DEFAULT_INPUT_TOKENS),
    BEDROCK_OUTPUT_TOKENS_PER_SECTION: positive.default(DEFAULT_OUTPUT_TOKENS_PER_SECTION),
    BEDROCK_CALLS_AT_ONCE: positive.max(8).default(DEFAULT_CALLS_AT_ONCE),
    BEDROCK_GUARDRAIL_ID: z.string().min(1).optional(),
    BEDROCK_GUARDRAIL_VERSION: z
      .string()
      .regex(/^([1-9][0-9]{0,7}|DRAFT)$/, 'is neither a number nor DRAFT')
      .optional(),
    BEDROCK_INFERENCE_PARAMETERS: jsonText
      .pipe(
        z.strictObject({ temperature: z.number().min(0).max(1).optional(), topP: z.number().min(0).max(1).optional() }),
      )
      .optional(),
    BEDROCK_ADDITIONAL_FIELDS: jsonText.pipe(z.record(z.string(), z.json())).optional(),
  } satisfies Partial<Record<EnvironmentName, z.ZodType>>)
  .refine((given) => (given.BEDROCK_GUARDRAIL_ID === undefined) === (given.BEDROCK_GUARDRAIL_VERSION === undefined), {
    path: ['BEDROCK_GUARDRAIL_VERSION'],
    error: 'and BEDROCK_GUARDRAIL_ID belong together',
  })
  .refine((given) => given.BEDROCK_GUARDRAIL_ID === undefined || given.BEDROCK_STRUCTURED_OUTPUT !== 'tool', {
    path: ['BEDROCK_STRUCTURED_OUTPUT'],
    error: 'may not be tool with a guardrail: guardrails do not look at what a model hands to a tool',
  });

/**
 * Settings of the Bedrock writer. `model_id` is what Converse takes: a model, an inference profile or an ARN, never changed here. Inference parameters are
 * sent only when configured: newer models refuse them. A guardrail must not anonymize personal data: it would change the words that are quoted.
 */
export type BedrockSettings = ReturnType<typeof bedrockSettings>;

/** Reads the settings from variables. Throws `ConfigurationError` that names every variable that is missing or wrong. */
export function bedrockSettings(environment: Environment) {
  const parsed = Variables.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    throw new ConfigurationError(`The Bedrock writer cannot be set up: ${problems.join('; ')}.`, {
      remedy: 'Set these variables; BEDROCK_MODEL_ID is the id of an inference profile, such as global.vendor.model.',
      cause: parsed.error,
    });
  }
  const { data } = parsed;
  return {
    model_id: data.BEDROCK_MODEL_ID,
    structured_output: data.BEDROCK_STRUCTURED_OUTPUT,
    guardrail:
      data.BEDROCK_GUARDRAIL_ID === undefined || data.BEDROCK_GUARDRAIL_VERSION === undefined
        ? null
        : { id: data.BEDROCK_GUARDRAIL_ID, version: data.BEDROCK_GUARDRAIL_VERSION },
    inference_parameters: data.BEDROCK_INFERENCE_PARAMETERS ?? null,
    additional_model_request_fields: data.BEDROCK_ADDITIONAL_FIELDS ?? null,
    writer: {
      input_tokens: data.BEDROCK_INPUT_TOKENS,
      max_output_tokens_per_section: data.BEDROCK_OUTPUT_TOKENS_PER_SECTION,
      calls_at_once: data.BEDROCK_CALLS_AT_ONCE,
    },
  };
}
