import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { onePageSite } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import { MODEL_ID } from '../../support/aws-protocol/bedrock/bedrock-client.ts';
import { messageText } from '../../support/aws-protocol/bedrock/converse-request.ts';
import { serveConverse } from '../../support/aws-protocol/bedrock/converse-server.ts';
import type { Mishap } from '../../support/aws-protocol/mishap.ts';
import { DENIED } from '../../support/aws-protocol/mishap.ts';
import type { ChatReply } from '../../support/model/chat-server.ts';
import { completion, serveChat } from '../../support/model/chat-server.ts';
import { readPrompt } from '../../support/model/read-prompt.ts';
import { ruleModel } from '../../support/model/rule-model.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = await temporaryFolder('writers');
const closing: { close(): Promise<void> }[] = [];
const environment = { ...process.env };
let runs = 0;

afterEach(async () => {
  process.env = { ...environment };
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

/** Runs `brief` on a site of one page with the writer given. */
async function briefWith(writer: string, ...more: readonly string[]) {
  const site = await serveScenario(onePageSite);
  closing.push(site);
  runs += 1;
  const [data, out] = [join(folder, `data-${runs}`), join(folder, `out-${runs}`)];
  const where = ['--url', site.url, '--allow-host', site.host, '--data-dir', data, '--out', out];
  const result = await runCommand([
    'brief',
    '--company',
    'Brightwell Instruments',
    ...where,
    '--writer',
    writer,
    ...more,
  ]);
  return { ...result, printed: result.out, site, out };
}

/** Credentials, region and model in the environment, and nothing from the files of whoever runs the tests. */
function awsEnvironment(endpoint: string, more: Readonly<Record<string, string>> = {}): void {
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_BEDROCK_RUNTIME: endpoint,
    AWS_REGION: 'eu-west-1',
    AWS_CONFIG_FILE: join(folder, 'none'),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'none'),
    AWS_EC2_METADATA_DISABLED: 'true',
    BEDROCK_MODEL_ID: MODEL_ID,
    ...more,
  });
}

const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'an example, valid nowhere' };

async function bedrock() {
  const server = await serveConverse((request) => {
    const prompt = readPrompt(messageText(request));
    return { text: prompt.sections.length === 0 ? 'OK' : JSON.stringify(ruleModel(prompt)) };
  });
  closing.push(server);
  return server;
}

async function endpoint(reply: (text: string) => ChatReply) {
  const server = await serveChat(({ messages }) =>
    reply(
      messages
        .slice(1)
        .map(({ content }) => content)
        .join('\n'),
    ),
  );
  closing.push(server);
  return server;
}

describe('a writer with a model behind it', () => {
  it('writes the brief when the command names its endpoint, and the brief says which model it was', async () => {
    // Prepare
    const { base_url, requests } = await endpoint((text) => completion(JSON.stringify(ruleModel(readPrompt(text)))));
    process.env.OPENAI_MODEL = 'writer-small';

    // Act
    const { exitCode, out } = await briefWith(`openai:${base_url}`);

    // Assess
    const brief = Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
    expect(exitCode).toBe(EXIT_CODES.done);
    expect(brief.made_by.writer).toBe('openai writer-small');
    expect(brief.usage.output_tokens).toBe((requests.length - 1) * 150);
  });

  it('writes the brief with Bedrock when the command says so', async () => {
    // Prepare
    const server = await bedrock();
    awsEnvironment(server.endpoint, CREDENTIALS);

    // Act
    const { exitCode, out, printed } = await briefWith('bedrock');

    // Assess
    const brief = Brief.parse(JSON.parse(await readFile(join(out, 'brief.json'), 'utf8')));
    expect(exitCode).toBe(EXIT_CODES.done);
    expect(brief.made_by.writer).toBe(`bedrock ${MODEL_ID}`);
    expect(printed).toContain(`text was given to the writer bedrock ${MODEL_ID}`);
    expect(printed).not.toContain('nothing else left the machine');
    expect(brief.usage.output_tokens).toBe((server.calls.length - 1) * 200);
  });

  it('says what the brief cost, what has no price, and that a limit needs one', async () => {
    // Prepare
    const server = await bedrock();
    awsEnvironment(server.endpoint, CREDENTIALS);
    const prices = { PRICE_INPUT_TOKENS_USD: '3', PRICE_OUTPUT_TOKENS_USD: '15' };

    // Act
    const unpriced = await briefWith('bedrock');
    const limited = await briefWith('bedrock', '--max-cost', '1');
    awsEnvironment(server.endpoint, { ...CREDENTIALS, ...prices });
    const priced = await briefWith('bedrock', '--max-cost', '1');
    const before = server.calls.length;
    const stopped = await briefWith('bedrock', '--max-cost', '0.0001');

    // Assess
    expect(unpriced.printed.replace(/\s+/g, ' ')).toContain(
      `estimated cost $0.00 without the tokens of ${MODEL_ID}, for which no price is`,
    );
    expect([limited.exitCode, limited.err]).toEqual([
      EXIT_CODES.usage,
      expect.stringMatching(/no price for tokens of .*[\s\S]*PRICE_INPUT_TOKENS_USD/),
    ]);
    expect(priced.printed).toMatch(/Paid for: [\d,]+ tokens in and [\d,]+ out; estimated cost \$0\.\d+\./);
    expect([stopped.exitCode, stopped.err]).toEqual([
      EXIT_CODES.run_failed,
      expect.stringMatching(/may cost \$0\.0001[\s\S]*--max-cost/),
    ]);
    expect(server.calls.length - before).toBe(1);
  });

  it.each<[string, Readonly<Record<string, string>>, Mishap[], number, RegExp]>([
    ['without credentials', {}, [], EXIT_CODES.permission, /PermissionDeniedError[\s\S]*credentials/],
    ['without a model', { ...CREDENTIALS, BEDROCK_MODEL_ID: '' }, [], EXIT_CODES.usage, /BEDROCK_MODEL_ID/],
    ['without access to the model', CREDENTIALS, [DENIED], EXIT_CODES.permission, /bedrock:InvokeModel on eu\.example/],
  ])('says %s that Bedrock cannot be used, before anything is read', async (_name, given, mishaps, code, message) => {
    // Prepare
    const server = await bedrock();
    server.mishap(...mishaps);
    awsEnvironment(server.endpoint, given);

    // Act
    const { exitCode, err, site } = await briefWith('bedrock');

    // Assess
    expect(exitCode).toBe(code);
    expect(err).toMatch(message);
    expect(site.paths).toEqual([]);
  });

  it.each<[string, () => Promise<string>, number, RegExp]>([
    ['is none', async () => 'quill', EXIT_CODES.usage, /--writer quill is no writer[\s\S]*openai:/],
    ['has no address', async () => 'openai:', EXIT_CODES.usage, /no address/],
    [
      'wants another key',
      async () => `openai:${(await endpoint(() => ({ status: 401, body: 'bad key' }))).base_url}`,
      EXIT_CODES.permission,
      /OPENAI_API_KEY/,
    ],
    ['has no server', async () => 'openai:http://127.0.0.1:9/v1', EXIT_CODES.run_failed, /See that the server/],
  ])('that %s is told before anything is read', async (_name, writer, code, message) => {
    // Prepare
    process.env.OPENAI_MODEL = 'writer-small';

    // Act
    const { exitCode, err, site } = await briefWith(await writer());

    // Assess
    expect(exitCode).toBe(code);
    expect(err).toMatch(message);
    expect(site.paths).toEqual([]);
  });
});
