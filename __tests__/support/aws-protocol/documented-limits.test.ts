import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import type { LanguageCode } from '@aws-sdk/client-comprehend';
import {
  BatchDetectDominantLanguageCommand,
  BatchDetectEntitiesCommand,
  ComprehendClient,
} from '@aws-sdk/client-comprehend';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DetectDocumentTextCommand, TextractClient } from '@aws-sdk/client-textract';
import { afterAll, describe, expect, it } from '@jest/globals';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { LOCAL_STATE_MACHINE_ARN } from '../../../local/engine/arns.ts';
import { openOneTaskEngine } from '../../local/engine/one-task-engine.ts';
import { rawPdf } from '../../services/documents/raw-pdf.ts';
import { serveConverse } from './bedrock/converse-server.ts';
import { clientSettings } from './client-settings.ts';
import { serveComprehend } from './comprehend/comprehend-server.ts';
import { serveStepFunctions } from './step-functions/step-functions-server.ts';
import { serveTextract } from './textract/textract-server.ts';

/** That the services on loopback hold every request against the documented limits: a request just beyond one is refused, by the error that the service has for it. */
const engine = await openOneTaskEngine();
const state_machine_arn = LOCAL_STATE_MACHINE_ARN;
const [comprehend, textract, states, bedrock] = await Promise.all([
  serveComprehend(),
  serveTextract(() => []),
  serveStepFunctions({ executions: engine.executions, state_machine_arn }),
  serveConverse(() => ({ text: 'OK' })),
]);
const clients = {
  comprehend: new ComprehendClient(clientSettings(comprehend.endpoint)),
  textract: new TextractClient(clientSettings(textract.endpoint)),
  states: new SFNClient(clientSettings(states.endpoint)),
  bedrock: new BedrockRuntimeClient({ ...clientSettings(bedrock.endpoint), requestHandler: new NodeHttpHandler() }),
};

afterAll(async () => {
  for (const client of Object.values(clients)) client.destroy();
  await Promise.all([comprehend, textract, states, bedrock, engine].map((part) => part.close()));
});

const texts = (count: number, bytes: number) => Array.from({ length: count }, () => 'a'.repeat(bytes));
const entities = (TextList: string[], LanguageCode: string) =>
  clients.comprehend.send(new BatchDetectEntitiesCommand({ TextList, LanguageCode: LanguageCode as LanguageCode }));
const language = (TextList: string[]) => clients.comprehend.send(new BatchDetectDominantLanguageCommand({ TextList }));
const page = (Bytes: Uint8Array) => clients.textract.send(new DetectDocumentTextCommand({ Document: { Bytes } }));
const pdf = (pages: number) => new Uint8Array(Buffer.from(rawPdf(Array.from({ length: pages }, () => ''))));
const start = (name: string, input_bytes: number) =>
  clients.states.send(
    new StartExecutionCommand({
      stateMachineArn: state_machine_arn,
      name,
      input: JSON.stringify({ do: 'echo', text: 'a'.repeat(input_bytes) }),
    }),
  );
const converse = (text: string, roles: readonly ('user' | 'assistant')[] = ['user'], temperature?: number) =>
  clients.bedrock.send(
    new ConverseCommand({
      modelId: 'eu.example.writer-2-v1:0',
      system: [{ text: 'Be short.' }],
      messages: roles.map((role) => ({ role, content: [{ text }] })),
      inferenceConfig: { maxTokens: 10, ...(temperature === undefined ? {} : { temperature }) },
    }),
  );

describe('a request within the documented limits is answered', () => {
  it.each([
    ['25 texts of 5,000 bytes', () => entities(texts(25, 5_000), 'en')],
    ['a text of 20 characters for its language', () => language(texts(1, 20))],
    ['a PDF of one page', () => page(pdf(1))],
    ['a name of 80 characters', () => start('n'.repeat(80), 10)],
    ['turns that alternate', () => converse('Hello', ['user', 'assistant', 'user'])],
  ])('%s', async (_, send) => {
    await expect(send()).resolves.toBeDefined();
  });
});

describe('a request beyond a documented limit is refused', () => {
  it.each([
    ['26 texts', 'BatchSizeLimitExceededException', () => entities(texts(26, 10), 'en')],
    ['a text of 5,001 bytes', 'TextSizeLimitExceededException', () => entities(texts(1, 5_001), 'en')],
    ['2,501 letters of two bytes', 'TextSizeLimitExceededException', () => entities(['é'.repeat(2_501)], 'en')],
    ['no text', 'InvalidRequestException', () => entities([''], 'en')],
    ['a language that is not analyzed', 'UnsupportedLanguageException', () => entities(texts(1, 10), 'sv')],
    ['19 characters for the language', 'InvalidRequestException', () => language(texts(1, 19))],
    ['a page of more than 10 MB', 'DocumentTooLargeException', () => page(new Uint8Array(10_485_761))],
    ['a PDF of two pages', 'UnsupportedDocumentException', () => page(pdf(2))],
    ['what is neither PDF nor image', 'UnsupportedDocumentException', () => page(Buffer.from('GIF89a'))],
    ['a name of 81 characters', 'InvalidName', () => start('n'.repeat(81), 10)],
    ['a name with a colon', 'InvalidName', () => start('a:b', 10)],
    ['an input of more than 256 KiB', 'InvalidExecutionInput', () => start('large', 262_144)],
    ['a blank text', 'ValidationException', () => converse(' ')],
    ['two turns of the user', 'ValidationException', () => converse('Hello', ['user', 'user'])],
    ['a last turn of the model', 'ValidationException', () => converse('Hello', ['user', 'assistant'])],
    ['a temperature above 1', 'ValidationException', () => converse('Hello', ['user'], 1.5)],
  ])('%s: %s', async (_, name, send) => {
    await expect(send()).rejects.toMatchObject({ name });
  });
});
