import { HealthResponse } from '../health.ts';
import { route } from '../route-contract.ts';

/** `GET /health`. */
export const getHealthRoute = route({
  method: 'GET',
  path: '/health',
  summary: 'See whether the API answers',
  description: 'Asks nothing behind it, so that it costs nothing and says nothing.',
  open: true,
  answers: [{ status: 200, description: 'It does.', content: { 'application/json': HealthResponse } }],
  problems: [],
});
