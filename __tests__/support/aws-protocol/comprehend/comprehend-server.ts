import type { AwsJsonServer } from '../aws-json-server.ts';
import { ServiceError, serveAwsJson } from '../aws-json-server.ts';
import { COMPREHEND_LIMITS } from './comprehend-limits.ts';
import type { Found, Understood } from './language-model.ts';
import { createLanguageModel } from './language-model.ts';

/** How the service on loopback behaves. */
export interface ComprehendServerOptions {
  /** What offsets count; AWS does not say. */
  readonly offsets?: 'code_points' | 'code_units';
  /** The company whose name the model knows. */
  readonly known_company?: string;
  /** The language told of a text, when the model's own would not do. */
  readonly languageOf?: (text: string) => string;
  /** The error code of an item that is refused, for a text in a request of an operation. */
  readonly refuse?: (operation: string, text: string, batch: number) => string | undefined;
}

interface BatchInput {
  readonly TextList?: readonly string[];
  readonly LanguageCode?: string;
}

/** Serves Comprehend's Batch operations on loopback, with the documented limits and shapes, and with the local analyzer as its model. */
export function serveComprehend(options: ComprehendServerOptions = {}): Promise<AwsJsonServer> {
  const understand = createLanguageModel(options.known_company ?? '');
  const toOffsets = options.offsets === 'code_units' ? codeUnits : codePoints;
  const batch =
    (operation: string, itemOf: (text: string, understood: Understood) => object) => async (input: BatchInput) => {
      const texts = checkedTexts(operation, input);
      const refused = texts.map((text) => options.refuse?.(operation, text, texts.length));
      const items = await Promise.all(
        texts.map(async (text, Index) => ({ Index, ...itemOf(text, await understand(text)) })),
      );
      return {
        ResultList: items.filter((_, index) => refused[index] === undefined),
        ErrorList: refused.flatMap((ErrorCode, Index) =>
          ErrorCode === undefined ? [] : [{ Index, ErrorCode, ErrorMessage: 'The text cannot be analyzed.' }],
        ),
      };
    };
  return serveAwsJson(
    { target: 'Comprehend_20171127', signing_name: 'comprehend' },
    {
      BatchDetectDominantLanguage: batch('BatchDetectDominantLanguage', (text, { language }) => ({
        Languages: languagesOf(options.languageOf?.(text) ?? language),
      })),
      BatchDetectEntities: batch('BatchDetectEntities', (text, { entities }) => ({
        Entities: entities.map((entity) => ({ ...toOffsets(text, entity), Type: entity.type })),
      })),
      BatchDetectKeyPhrases: batch('BatchDetectKeyPhrases', (text, { phrases }) => ({
        KeyPhrases: phrases.map((phrase) => toOffsets(text, phrase)),
      })),
      BatchDetectSentiment: batch('BatchDetectSentiment', (_, { sentiment }) => ({
        Sentiment: sentiment?.label ?? 'NEUTRAL',
        SentimentScore: {
          Positive: sentiment?.positive ?? 0,
          Negative: sentiment?.negative ?? 0,
          Neutral: sentiment?.neutral ?? 1,
          Mixed: sentiment?.mixed ?? 0,
        },
      })),
    },
  );
}

function checkedTexts(
  operation: string,
  { TextList: texts = [], LanguageCode: language }: BatchInput,
): readonly string[] {
  const { documents, document_bytes, language_characters, languages } = COMPREHEND_LIMITS;
  if (texts.length === 0) throw new ServiceError('InvalidRequestException', 'TextList must not be empty');
  if (texts.length > documents)
    throw new ServiceError('BatchSizeLimitExceededException', `Batch size exceeds limit. Max ${documents}`);
  for (const text of texts) {
    if (text === '') throw new ServiceError('InvalidRequestException', 'Text must not be empty');
    if (Buffer.byteLength(text) > document_bytes)
      throw new ServiceError(
        'TextSizeLimitExceededException',
        `Input text size exceeds limit of ${document_bytes} bytes`,
      );
  }
  if (operation === 'BatchDetectDominantLanguage') {
    if (texts.some((text) => [...text].length < language_characters))
      throw new ServiceError('InvalidRequestException', `Texts need ${language_characters} characters`);
  } else if (!(languages as readonly (string | undefined)[]).includes(language))
    throw new ServiceError('UnsupportedLanguageException', `Language ${language} is not supported`);
  return texts;
}

function languagesOf(language: string): readonly object[] {
  return language === 'und'
    ? [
        { LanguageCode: 'en', Score: 0.31 },
        { LanguageCode: 'it', Score: 0.22 },
      ]
    : [
        { LanguageCode: language, Score: 0.98 },
        { LanguageCode: language === 'en' ? 'de' : 'en', Score: 0.02 },
      ];
}

function codeUnits(text: string, { start, end, score }: Found): object {
  return { Text: text.slice(start, end), BeginOffset: start, EndOffset: end, Score: score };
}

function codePoints(text: string, { start, end, score }: Found): object {
  const count = (to: number): number => [...text.slice(0, to)].length;
  return { Text: text.slice(start, end), BeginOffset: count(start), EndOffset: count(end), Score: score };
}
