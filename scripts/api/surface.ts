/** A JSON object of a description. */
type Json = Readonly<Record<string, unknown>>;

/** Depth at which the fields of an answer are no longer told apart: nothing of the API goes deeper. */
const MAX_DEPTH = 8;

/**
 * What clients may rely on in a description of an API, one fact a line: operations, answers with their fields and types, what requests may carry
 * (`takes`), and what they must carry (`requires`).
 */
export function surfaceOf(description: Json): string[] {
  const lines: string[] = [];
  for (const [path, methods] of entries(description.paths)) {
    for (const [method, operation] of entries(methods)) {
      const name = `${method.toUpperCase()} ${path}`;
      lines.push(name, ...parameterLines(name, operation), ...bodyLines(description, name, operation));
      lines.push(...answerLines(description, name, operation));
    }
  }
  return [...new Set(lines)].sort();
}

function parameterLines(name: string, { parameters = [] }: Json): string[] {
  return (parameters as readonly Json[]).map(
    (parameter) => `${name} ${parameter.required ? 'requires' : 'takes'} ${parameter.in} ${parameter.name}`,
  );
}

function bodyLines(root: Json, name: string, { requestBody }: Json): string[] {
  return contentOf(requestBody).flatMap(([type, schema]) =>
    fieldsOf(root, schema, '', 0).map(
      ({ field, kind, required }) => `${name} ${required ? 'requires' : 'takes'} ${type} ${field}: ${kind}`,
    ),
  );
}

/** Fields of an answer that are not always there are no less a promise: when they are, they are of this type. */
function answerLines(root: Json, name: string, { responses }: Json): string[] {
  return entries(responses).flatMap(([status, response]) => [
    `${name} answers ${status}`,
    ...contentOf(response).flatMap(([type, schema]) => [
      `${name} answers ${status} ${type}`,
      ...fieldsOf(root, schema, '', 0).map(
        ({ field, kind, required }) => `${name} answers ${status} ${type} ${field}${required ? '' : '?'}: ${kind}`,
      ),
    ]),
  ]);
}

interface Field {
  readonly field: string;
  readonly kind: string;
  readonly required: boolean;
}

function fieldsOf(root: Json, schema: Json, prefix: string, depth: number): Field[] {
  const { properties, required = [], items } = resolved(root, schema);
  if (depth > MAX_DEPTH) return [];
  if (items !== undefined) return fieldsOf(root, items as Json, `${prefix}[]`, depth + 1);
  return entries(properties).flatMap(([name, property]) => {
    const field = prefix === '' ? name : `${prefix}.${name}`;
    const own = { field, kind: kindOf(resolved(root, property)), required: (required as string[]).includes(name) };
    return [own, ...fieldsOf(root, property, field, depth + 1)];
  });
}

function kindOf({ type, enum: values, anyOf }: Json): string {
  if (Array.isArray(anyOf)) return anyOf.map((one: Json) => kindOf(one)).join('|');
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join('|') : String(type ?? 'any');
}

function resolved(root: Json, schema: Json): Json {
  const name = /^#\/components\/schemas\/(?<name>.+)$/.exec(String(schema.$ref))?.groups?.name;
  if (name === undefined) return schema;
  const { schemas } = (root.components ?? {}) as { schemas?: Readonly<Record<string, Json>> };
  return schemas?.[name] ?? {};
}

function contentOf(holder: unknown): [string, Json][] {
  return entries((holder as Json | undefined)?.content).map(([type, media]) => [type, (media.schema ?? {}) as Json]);
}

function entries(value: unknown): [string, Json][] {
  return Object.entries((value ?? {}) as Readonly<Record<string, Json>>);
}
