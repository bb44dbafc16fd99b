import { z } from 'zod';

/**
 * What API Gateway answers by itself, before a function of ours is asked: another shape than problem details, because HTTP APIs do not let it be
 * changed. Clients tell the two by the content type.
 */
export const GatewayError = z.object({ message: z.string() }).meta({ id: 'GatewayError' });

/** An answer that the gateway made. */
export type GatewayError = z.infer<typeof GatewayError>;

/** The messages of the gateway's own answers, by status code. */
export const GATEWAY_MESSAGES = {
  401: 'Unauthorized',
  403: 'Forbidden',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
} as const;

/** A status code that the gateway answers with by itself. */
export type GatewayStatus = keyof typeof GATEWAY_MESSAGES;
