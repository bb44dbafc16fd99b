import { z } from 'zod';

/** Answer to `GET /health`, 200. */
export const HealthResponse = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

/** Answer to `GET /health`. */
export type HealthResponse = z.infer<typeof HealthResponse>;
