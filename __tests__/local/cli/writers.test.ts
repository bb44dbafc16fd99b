import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Brief, EXIT_CODES } from '../../../contracts/index.ts';
import { onePageSite } from '../../fixtures/wild-web/scenarios.ts';
import { serveScenario } from '../../fixtures/wild-web/wild-server.ts';
import type { ChatReply } from '../../support/model/chat-server.ts';
import { completion, serveChat } from '../../support/model/chat-server.ts';
import { readPrompt } from '../../support/model/read-prompt.ts';
import { ruleModel } from '../../support/model/rule-model.ts';
import { runCommand } from '../../support/run-command.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const RUN_TIMEOUT_MS = 60_000;

const folder = await temporaryFolder('writers');
const closing: { close(): Promise<void> }[] = [];
const environment = { ...process.env };
let runs = 0;

afterEach(async () => {
  process.env = { ...environment };
  await Promise.all(closing.splice(0).map((server) => server.close()));
});

/** Runs `brief` on a site of one page with the writer given. */
async function briefWith(writer: string) {
  const site = await serveScenario(onePageSite);
  closing.push(site);
  runs += 1;
  const [data, out] = [join(folder, `data-${runs}`), join(folder, `out-${runs}`)];
  const where = ['--url', site.url, '--allow-host', site.host, '--data-dir', data, '--out', out];
  const result = await runCommand(['brief', '--company', 'Brightwell Instruments', ...where, '--writer', writer]);
  return { ...result, site, out };
}

async function endpoint(reply: (text: string) => ChatReply) {
  const server = await serveChat(({ messages }) => reply(messages.slice(1).map(({ content }) => content).join('\n')));
  closing.push(server);
  return server;
}

describe('a writer with a model behind it', () => {
  it(
    'writes the brief when the command names its endpoint, and the brief says which model it was',
    async () => {
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
    },
    RUN_TIMEOUT_MS,
  );

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
