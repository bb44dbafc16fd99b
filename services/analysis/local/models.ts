import type { WinkMethods } from 'wink-nlp';

/** What a dictionary of names and words says of a lower-case entry, e.g. `City`, `FirstName`, `Demonym`; empty when it says nothing. */
export type LexiconTags = readonly string[];

/** The language models, made once for a process. */
export interface LanguageModels {
  readonly wink: WinkMethods;
  /** Whether a lower-case word is an ordinary English word. */
  isEnglishWord(lower: string): boolean;
  /** What the names dictionary says of a lower-case word or phrase. */
  tagsOf(lower: string): LexiconTags;
}

let models: Promise<LanguageModels> | undefined;

/** Gives the language models; the first call loads them (about 0.3 s, 60 MB), so a process that analyzes nothing pays nothing. */
export function loadModels(): Promise<LanguageModels> {
  models ??= makeModels();
  return models;
}

async function makeModels(): Promise<LanguageModels> {
  const [{ default: winkNlp }, { default: english }, { default: compromise }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
    import('compromise/two'),
  ]);
  const wink = winkNlp(english);
  const anyDocument = wink.readDoc('');
  const lexicon = lexiconOf(compromise.model());
  return {
    wink,
    isEnglishWord: (lower) => !anyDocument.isOOV(lower),
    tagsOf: (lower) => lexicon.get(lower) ?? lexicon.get(withoutAccents(lower)) ?? [],
  };
}

/** The dictionary lists "sinead", not "sinéad". */
function withoutAccents(lower: string): string {
  return lower.normalize('NFD').replace(/\p{M}/gu, '');
}

/** compromise types its model as `object`; its word list is `one.lexicon`, a tag or a list of tags by lower-case word. */
function lexiconOf(model: object): ReadonlyMap<string, LexiconTags> {
  const { one } = model as {
    readonly one?: { readonly lexicon?: Readonly<Record<string, string | readonly string[]>> };
  };
  return new Map(
    Object.entries(one?.lexicon ?? {}).map(([word, tags]) => [word, typeof tags === 'string' ? [tags] : tags]),
  );
}
