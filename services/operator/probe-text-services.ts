import type { ComprehendClient } from '@aws-sdk/client-comprehend';
import { BatchDetectDominantLanguageCommand, DetectEntitiesCommand } from '@aws-sdk/client-comprehend';
import type { TextractClient } from '@aws-sdk/client-textract';
import { DetectDocumentTextCommand } from '@aws-sdk/client-textract';
import { awsErrorName } from '../aws/aws-error-name.ts';
import { askAws } from './ask-aws.ts';

/** An entity as Comprehend gives it. */
export interface FoundEntity {
  readonly text: string;
  readonly begin: number;
  readonly end: number;
}

/** Small requests that show how the services behave. Every call throws `PermissionDeniedError`, `TransientUpstreamError`. */
export interface TextServiceProbes {
  /** The entities of an English text, with Comprehend's own offsets. */
  entities(text: string): Promise<readonly FoundEntity[]>;
  /** Sends so many requests at once, each a single time, and gives the names of the errors that came back. */
  burst(requests: number): Promise<readonly string[]>;
  /** Whether Textract takes an image; the name of its error when it does not. */
  image(bytes: Uint8Array): Promise<string | undefined>;
}

/** Comprehend and Textract; the client of Comprehend must make one attempt only, or a throttle would be waited out. */
export function createTextServiceProbes(comprehend: ComprehendClient, textract: TextractClient): TextServiceProbes {
  return {
    entities: (Text) =>
      askAws({ action: 'comprehend:DetectEntities', resource: '*' }, async (options) => {
        const { Entities = [] } = await comprehend.send(
          new DetectEntitiesCommand({ Text, LanguageCode: 'en' }),
          options,
        );
        return Entities.map(({ Text: text = '', BeginOffset = 0, EndOffset = 0 }) => ({
          text,
          begin: BeginOffset,
          end: EndOffset,
        }));
      }),
    burst: async (requests) => {
      const names = await Promise.all(Array.from({ length: requests }, () => oneOfMany(comprehend)));
      return names.filter((name) => name !== undefined);
    },
    image: (bytes) => imageError(textract, bytes),
  };
}

async function oneOfMany(client: ComprehendClient): Promise<string | undefined> {
  const command = new BatchDetectDominantLanguageCommand({ TextList: ['A short sentence in English.'] });
  try {
    await askAws({ action: 'comprehend:BatchDetectDominantLanguage', resource: '*' }, (options) =>
      client.send(command, options),
    );
    return undefined;
  } catch (error) {
    const name = awsErrorName(error);
    if (name === undefined || !/throttl|toomany|ratelimit|slowdown/i.test(name)) throw error;
    return name;
  }
}

async function imageError(client: TextractClient, Bytes: Uint8Array): Promise<string | undefined> {
  try {
    await askAws({ action: 'textract:DetectDocumentText', resource: '*' }, (options) =>
      client.send(new DetectDocumentTextCommand({ Document: { Bytes } }), options),
    );
    return undefined;
  } catch (error) {
    const name = awsErrorName(error);
    if (name !== 'DocumentTooLargeException' && name !== 'InvalidParameterException') throw error;
    return name;
  }
}
