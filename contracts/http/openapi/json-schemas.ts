import { z } from 'zod';

/** A JSON Schema, or a part of it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Where the schemas that have a name of their own are kept, and how they are referred to. */
const COMPONENTS = '#/components/schemas/';

/** Turns schemas into JSON Schema; those that have an id become components, each once. */
export class JsonSchemas {
  readonly #components = new Map<string, JsonSchema>();

  /** The JSON Schema of what a caller sends (`input`) or is sent (`output`); a reference when the schema has an id. */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $defs,
      $schema: _draft,
      ...json
    } = z.toJSONSchema(schema, {
      io,
      target: 'draft-2020-12',
      override: ({ jsonSchema }) => {
        // Answers may gain fields without a client's noticing; bodies that are closed say so themselves.
        if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    });
    for (const [name, definition] of Object.entries($defs ?? {})) this.#add(name, definition as JsonSchema);
    return typeof json.id === 'string' ? this.#add(json.id, json) : withComponentReferences(json);
  }

  /** The components so far, by name. */
  get components(): Readonly<Record<string, JsonSchema>> {
    return Object.fromEntries([...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #add(name: string, { id: _id, ...schema }: JsonSchema): JsonSchema {
    this.#components.set(name, withComponentReferences(schema));
    return { $ref: `${COMPONENTS}${name}` };
  }
}

function withComponentReferences(schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${COMPONENTS}`)) as JsonSchema;
}
