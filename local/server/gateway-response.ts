import type { GatewayError, GatewayStatus } from '../../contracts/index.ts';
import { GATEWAY_MESSAGES } from '../../contracts/index.ts';
import type { ApiResponse } from '../../handlers/http/api-event.ts';

/** The header by which a client's developer asks for an answer that the gateway makes by itself in AWS, so that the client learns to live with it. */
export const GATEWAY_ERROR_HEADER = 'x-gateway-error';

/** An answer as the gateway makes it by itself: a message and nothing else, not problem details. */
export function gatewayResponse(status: GatewayStatus): ApiResponse {
  const body: GatewayError = { message: GATEWAY_MESSAGES[status] };
  return { statusCode: status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** The gateway's answer that a request asks for, or undefined. */
export function requestedGatewayResponse(header: string | undefined): ApiResponse | undefined {
  return header !== undefined && isGatewayStatus(header) ? gatewayResponse(Number(header) as GatewayStatus) : undefined;
}

function isGatewayStatus(status: string): boolean {
  return Object.keys(GATEWAY_MESSAGES).includes(status);
}
