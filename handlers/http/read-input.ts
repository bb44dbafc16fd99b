import type { z } from 'zod';
import type { FieldError } from '../../contracts/index.ts';
import { MAX_REQUEST_BODY_BYTES } from '../../contracts/index.ts';
import type { ApiEvent } from './api-event.ts';
import { bodyOf } from './api-event.ts';
import { HttpProblem } from './http-problem.ts';

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a JSON body with its schema. Throws an {@link HttpProblem}: 415 for another type, 413 when it is too large, 400 that names every field that is wrong. */
export function readBody<Schema extends z.ZodType>(schema: Schema, event: ApiEvent): z.output<Schema> {
  const [type] = (event.headers['content-type'] ?? '').split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    const detail = type ? `The body is ${type.trim()}, not JSON.` : 'The header Content-Type is missing.';
    throw new HttpProblem('unsupported-media-type', { detail });
  }
  const body = bodyOf(event);
  if (body.byteLength > MAX_REQUEST_BODY_BYTES) {
    throw new HttpProblem('body-too-large', {
      detail: `The body has ${body.byteLength} bytes; at most ${MAX_REQUEST_BODY_BYTES} are taken.`,
    });
  }
  const parsed = schema.safeParse(parseJson(body));
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  throw new HttpProblem('invalid-body', { detail: detailOf(errors, 'body'), errors });
}

/** Reads query parameters or headers with their schema. Throws an {@link HttpProblem} 400 that names every one that is wrong. */
export function readParameters<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  throw new HttpProblem('invalid-parameter', { detail: detailOf(errors, 'query'), errors });
}

/** What is wrong with each field: a field that is not known is named itself, not the object that holds it. */
function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), message: 'is not a known field' }))
      : [{ field: issue.path.join('.'), message: issue.message }],
  );
}

function detailOf(errors: readonly FieldError[], whole: string): string {
  return errors.map(({ field, message }) => `${field || whole}: ${message}`).join('; ');
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(strictUtf8.decode(body));
  } catch (error) {
    throw new HttpProblem('malformed-json', {
      detail:
        error instanceof SyntaxError
          ? `The body cannot be parsed: ${error.message}.`
          : 'The body is not encoded in UTF-8.',
    });
  }
}
