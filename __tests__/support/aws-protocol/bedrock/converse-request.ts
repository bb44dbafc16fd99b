import { z } from 'zod';

/** A text block: Converse refuses one that is empty or white space. */
const text = z.string().regex(/\S/, 'text must not be blank');

const GuardContent = z.strictObject({ guardContent: z.strictObject({ text: z.strictObject({ text }) }) });
const Block = z.union([z.strictObject({ text }), GuardContent]);

/** Keywords of JSON Schema that models cannot be held to (Amazon Bedrock User Guide, structured output). */
const UNSUPPORTED_KEYWORDS =
  /"(?:minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf|minLength|maxLength|maxItems|pattern|\$ref|not)":/;

const JsonSchema = z.string().refine((schema) => {
  JSON.parse(schema);
  return !UNSUPPORTED_KEYWORDS.test(schema) && !/"type":"object"(?![^{}]*"properties")/.test(schema);
}, 'the schema is not supported');

/** A request of Converse as its API reference allows it, in the part that this product uses: what is not here is refused. */
export const ConverseRequest = z
  .strictObject({
    system: z.array(z.strictObject({ text })).min(1),
    messages: z.array(z.strictObject({ role: z.enum(['user', 'assistant']), content: z.array(Block).min(1) })).min(1),
    inferenceConfig: z
      .strictObject({
        maxTokens: z.number().int().min(1),
        temperature: z.number().min(0).max(1).optional(),
        topP: z.number().min(0).max(1).optional(),
      })
      .refine(
        ({ temperature, topP }) => temperature === undefined || topP === undefined,
        'temperature or top_p, not both',
      ),
    toolConfig: z
      .strictObject({
        tools: z
          .array(
            z.strictObject({
              toolSpec: z.strictObject({
                name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/),
                description: text,
                inputSchema: z.strictObject({ json: z.looseObject({ type: z.literal('object') }) }),
              }),
            }),
          )
          .min(1),
        toolChoice: z.strictObject({ tool: z.strictObject({ name: z.string() }) }),
      })
      .optional(),
    outputConfig: z
      .strictObject({
        textFormat: z.strictObject({
          type: z.literal('json_schema'),
          structure: z.strictObject({
            jsonSchema: z.strictObject({ schema: JsonSchema, name: z.string(), description: z.string() }),
          }),
        }),
      })
      .optional(),
    guardrailConfig: z
      .strictObject({
        guardrailIdentifier: z.string().min(1).max(2_048),
        guardrailVersion: z.string().regex(/^([1-9][0-9]{0,7}|DRAFT)$/),
      })
      .optional(),
    additionalModelRequestFields: z.record(z.string(), z.unknown()).optional(),
    requestMetadata: z
      .record(
        z.string().regex(/^[a-zA-Z0-9\s:_@$#=/+,.-]{1,256}$/),
        z.string().regex(/^[a-zA-Z0-9\s:_@$#=/+,.-]{0,256}$/),
      )
      .refine((pairs) => Object.keys(pairs).length <= 16)
      .optional(),
  })
  .refine(
    ({ messages }) => messages.every(({ role }, place) => role === (place % 2 === 0 ? 'user' : 'assistant')),
    'roles must alternate',
  )
  .refine(({ messages }) => messages.at(-1)?.role === 'user', 'the last message must be the user')
  .refine(
    ({ guardrailConfig, messages }) =>
      guardrailConfig !== undefined ||
      !messages.some(({ content }) => content.some((block) => 'guardContent' in block)),
    'guardContent without a guardrail',
  );

/** A request of Converse. */
export type ConverseRequest = z.infer<typeof ConverseRequest>;

/** All text of a request's messages, a block after the other. */
export function messageText({ messages }: ConverseRequest): string {
  return messages
    .flatMap(({ content }) => content.map((block) => ('text' in block ? block.text : block.guardContent.text.text)))
    .join('\n');
}
