import { generateBrief, RejectedInputError } from '../../contracts/index.ts';
import type { BriefWriter } from '../../services/brief/brief-writer.ts';
import { createLocalWriter } from '../../services/brief/local/local-writer.ts';
import { checkModelAccess } from '../../services/brief/model/check-model-access.ts';
import type { Environment } from '../../services/environment.ts';
import type { StepLogger } from '../../services/step-logger.ts';

/** A writer that can be used. */
export interface ChosenWriter {
  /** What the brief says wrote it: the model's name included. */
  readonly made_by: string;
  make(logger: StepLogger): BriefWriter;
}

/** The writer that needs no model. */
export const LOCAL_WRITER: ChosenWriter = { made_by: 'local', make: () => createLocalWriter() };

/** What comes before the address of an OpenAI-compatible endpoint. */
const OPENAI = 'openai:';

/**
 * The writer that `--writer` names. One with a model is asked a word first, so that missing credentials or access show before anything is read; its packages
 * are loaded only then.
 *
 * @param environment where a model's settings stand: BEDROCK_MODEL_ID and its like, OPENAI_MODEL and OPENAI_API_KEY; the SDK finds region and credentials itself
 * @throws RejectedInputError for a name that is none, ConfigurationError for settings that are missing, and what `ModelTransport` throws
 */
export async function chooseWriter(choice: string, environment: Environment): Promise<ChosenWriter> {
  if (choice === 'local') return LOCAL_WRITER;
  if (choice === 'bedrock') return bedrockWriter(environment);
  if (choice.startsWith(OPENAI)) return openAiWriter(choice.slice(OPENAI.length), environment);
  throw new RejectedInputError(`--writer ${choice} is no writer.`, {
    remedy: 'Give local, bedrock, or openai: with the address of an endpoint, such as openai:http://127.0.0.1:8080/v1.',
  });
}

async function bedrockWriter(environment: Environment): Promise<ChosenWriter> {
  const { createAwsServices } = await import('../../services/aws-services.ts');
  const { transport, writer } = await createAwsServices(environment, { timeouts: generateBrief.timeouts }).bedrock();
  await checkModelAccess(transport);
  return { made_by: `${transport.name} ${transport.model}`, make: writer };
}

async function openAiWriter(url: string, environment: Environment): Promise<ChosenWriter> {
  const { createChatTransport, createModelWriter, openAiSettings } = await import(
    '../../services/brief/openai/chat.ts'
  );
  const transport = createChatTransport(openAiSettings(url, environment));
  await checkModelAccess(transport);
  return {
    made_by: `${transport.name} ${transport.model}`,
    make: (logger) => createModelWriter({ transport, logger }),
  };
}
