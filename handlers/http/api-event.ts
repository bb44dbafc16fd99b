import { z } from 'zod';

/** What the handlers need of an API Gateway HTTP API event, payload format 2.0. */
export const ApiEvent = z.object({
  rawPath: z.string().default('/'),
  headers: z.record(z.string(), z.string().optional()).default({}),
  queryStringParameters: z.record(z.string(), z.string().optional()).default({}),
  pathParameters: z.record(z.string(), z.string().optional()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string() }).optional(),
    authorizer: z
      .object({
        iam: z.object({ accountId: z.string(), userId: z.string() }).optional(),
        jwt: z.object({ claims: z.record(z.string(), z.unknown()) }).optional(),
      })
      .optional(),
  }),
});

/** An API Gateway HTTP API event. */
export type ApiEvent = z.infer<typeof ApiEvent>;

/** An answer in payload format 2.0. */
export interface ApiResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The body's bytes, also when the gateway handed them on as base64. */
export function bodyOf({ body = '', isBase64Encoded }: ApiEvent): Buffer {
  return Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');
}
