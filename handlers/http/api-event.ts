import { z } from 'zod';

/** What the handlers need of an API Gateway HTTP API event, payload format 2.0. */
export const ApiEvent = z.object({
  headers: z.record(z.string(), z.string().optional()).default({}),
  pathParameters: z.record(z.string(), z.string().optional()).optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
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

/** Owner of runs on one machine, where nobody signs in. */
export const LOCAL_OWNER = 'local';

/**
 * Who asks: account and role id for IAM (`AROA…`, without the session's name), `iss|sub` for JWT, {@link LOCAL_OWNER} without an
 * authorizer.
 */
export function ownerOf({ requestContext: { authorizer } }: ApiEvent): string {
  if (authorizer?.iam) return `${authorizer.iam.accountId}/${authorizer.iam.userId.split(':')[0] ?? ''}`;
  if (authorizer?.jwt) return `${String(authorizer.jwt.claims.iss)}|${String(authorizer.jwt.claims.sub)}`;
  return LOCAL_OWNER;
}

/** The body as text, also when the gateway handed it on as base64. */
export function bodyOf(event: ApiEvent): string {
  const body = event.body ?? '';
  return event.isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}
