import type {
  BatchItemError,
  ComprehendClient,
  DominantLanguage,
  Entity,
  KeyPhrase,
  LanguageCode,
  SentimentScore,
} from '@aws-sdk/client-comprehend';
import {
  BatchDetectDominantLanguageCommand,
  BatchDetectEntitiesCommand,
  BatchDetectKeyPhrasesCommand,
  BatchDetectSentimentCommand,
} from '@aws-sdk/client-comprehend';

/** What a Batch request answers: results and errors by their index in the request; an item is in one of the lists. */
export interface BatchAnswer<Result> {
  readonly results: readonly { readonly index: number | undefined; readonly result: Result }[];
  readonly errors: readonly BatchItemError[];
}

/** One of Comprehend's Batch operations: up to 25 texts in one language. */
export interface BatchOperation<Result> {
  /** The IAM action, also what messages call it. */
  readonly action: `comprehend:${string}`;
  /** What is not known when it fails for a text, as a noun phrase. */
  readonly finds: string;
  send(
    client: ComprehendClient,
    texts: string[],
    language: string,
    options: { readonly abortSignal?: AbortSignal },
  ): Promise<BatchAnswer<Result>>;
}

/** Tells the language of texts; the language given is not looked at. */
export const DETECT_LANGUAGE: BatchOperation<readonly DominantLanguage[]> = {
  action: 'comprehend:BatchDetectDominantLanguage',
  finds: 'the language',
  async send(client, TextList, _language, options) {
    const answer = await client.send(new BatchDetectDominantLanguageCommand({ TextList }), options);
    return answerOf(answer, ({ Languages }) => Languages ?? []);
  },
};

/** Finds names, dates and quantities. */
export const DETECT_ENTITIES: BatchOperation<readonly Entity[]> = {
  action: 'comprehend:BatchDetectEntities',
  finds: 'names, dates and quantities',
  async send(client, TextList, language, options) {
    const answer = await client.send(
      new BatchDetectEntitiesCommand({ TextList, LanguageCode: language as LanguageCode }),
      options,
    );
    return answerOf(answer, ({ Entities }) => Entities ?? []);
  },
};

/** Finds noun phrases. */
export const DETECT_KEY_PHRASES: BatchOperation<readonly KeyPhrase[]> = {
  action: 'comprehend:BatchDetectKeyPhrases',
  finds: 'key phrases',
  async send(client, TextList, language, options) {
    const answer = await client.send(
      new BatchDetectKeyPhrasesCommand({ TextList, LanguageCode: language as LanguageCode }),
      options,
    );
    return answerOf(answer, ({ KeyPhrases }) => KeyPhrases ?? []);
  },
};

/** Tells how texts sound. */
export const DETECT_SENTIMENT: BatchOperation<SentimentScore> = {
  action: 'comprehend:BatchDetectSentiment',
  finds: 'sentiment',
  async send(client, TextList, language, options) {
    const answer = await client.send(
      new BatchDetectSentimentCommand({ TextList, LanguageCode: language as LanguageCode }),
      options,
    );
    return answerOf(answer, ({ SentimentScore: score }) => score ?? {});
  },
};

function answerOf<Item extends { readonly Index?: number | undefined }, Result>(
  answer: {
    readonly ResultList?: readonly Item[] | undefined;
    readonly ErrorList?: readonly BatchItemError[] | undefined;
  },
  read: (item: Item) => Result,
): BatchAnswer<Result> {
  return {
    results: (answer.ResultList ?? []).map((item) => ({ index: item.Index, result: read(item) })),
    errors: answer.ErrorList ?? [],
  };
}
