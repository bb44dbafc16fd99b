/** What secrets in Systems Manager need, loaded together when first asked for. The client is made elsewhere. */
export { SSMClient } from '@aws-sdk/client-ssm';
export { readSecret } from './read-secret.ts';
