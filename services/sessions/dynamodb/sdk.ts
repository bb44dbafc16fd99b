/**
 * What sessions in DynamoDB need, loaded together when first asked for: a laptop that asks AWS for a model alone does without these
 * packages. The clients are made elsewhere.
 */
export { DynamoDBClient } from '@aws-sdk/client-dynamodb';
export { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
export { createDynamoDbSessionStore } from './dynamodb-session-store.ts';
