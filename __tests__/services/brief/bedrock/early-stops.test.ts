import { expect, test } from '@jest/globals';
import { createBedrockWriter } from '../../../../services/brief/bedrock/bedrock-writer.ts';
import { lanternfishRequest } from '../../../fixtures/brief/lanternfish.ts';
import { bedrockClient, settingsWith } from '../../../support/aws-protocol/bedrock/bedrock-client.ts';
import { serveConverse } from '../../../support/aws-protocol/bedrock/converse-server.ts';

/** What Bedrock says instead of an answer, in the place of text that must not be taken for one. */
const CANNED = '{"sections":[{"section_id":"leadership","claims":[]}]}';

test.each([
  ['max_tokens', 'ModelOutputInvalidError', /more than 2000 tokens a section/],
  ['guardrail_intervened', 'GuardrailBlockedError', /guardrail stopped/],
  ['content_filtered', 'ModelRefusedError', /declined to write/],
  ['refusal', 'ModelRefusedError', /declined to write/],
  ['malformed_model_output', 'ModelOutputInvalidError', /no usable answer/],
  ['malformed_tool_use', 'ModelOutputInvalidError', /no usable answer/],
  ['model_context_window_exceeded', 'ConfigurationError', /more than bedrock .* takes in/],
])('an answer that stopped for %s is a %s, whatever text came with it', async (stopReason, name, message) => {
  // Prepare
  const server = await serveConverse(() => ({ text: CANNED, stopReason }));
  const writer = createBedrockWriter({ client: bedrockClient(server.endpoint), settings: settingsWith() });

  // Act
  const written = writer.write(lanternfishRequest);

  // Assess
  await expect(written).rejects.toMatchObject({ name, message: expect.stringMatching(message) });
  await server.close();
});
