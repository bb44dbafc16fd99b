import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analysis, Entity, KeyPhrase, SourceAnalysis } from '../../../contracts/index.ts';
import { nameKey } from '../merge/legal-forms.ts';
import { mergeNames } from '../merge/merge-names.ts';
import { charactersOf, namesIn, summarizeSource } from '../merge/summarize.ts';
import type { AnalysisRequest, TextAnalyzer } from '../text-analyzer.ts';
import { findNames } from './find-names.ts';
import { findNumbers } from './find-numbers.ts';
import { findForeignNames } from './foreign-names.ts';
import { findKeyPhrases } from './key-phrases.ts';
import { languageGaps } from './language-gaps.ts';
import type { LanguageModels } from './models.ts';
import { loadModels } from './models.ts';
import type { ReadSource } from './read-source.ts';
import { readSource } from './read-source.ts';
import { sentimentOf } from './sentiment.ts';
import { learnVocabulary } from './vocabulary.ts';

/**
 * Makes the analyzer that works on this machine: wink-nlp for words and tone, the word list of compromise for names, tinyld for languages. Nothing
 * leaves the machine. `analyze` throws only what `signal` gives as its reason, when it is aborted.
 */
export function createLocalAnalyzer(): TextAnalyzer {
  return { name: 'local', analyze };
}

async function analyze(request: AnalysisRequest): Promise<Analysis> {
  const models = await loadModels();
  const companyKey = nameKey(request.company_name);
  const sources = await readAll(request, models, firstWord(companyKey));
  const entities = findEntities(companyKey, sources, models);
  const key_phrases = findKeyPhrases(sources, namesIn(entities));
  return {
    analyzer: 'local',
    sources: sources.map((source) => summarize(source, entities, key_phrases)),
    entities,
    key_phrases,
    gaps: languageGaps(sources),
    usage: { characters: charactersOf(request.sources), comprehend_units: 0 },
  };
}

/** Lets the process breathe between sources, so that an abort is heard. */
async function readAll(
  { sources, signal }: AnalysisRequest,
  models: LanguageModels,
  companyFirst: string,
): Promise<readonly ReadSource[]> {
  const read: ReadSource[] = [];
  for (const source of sources) {
    signal?.throwIfAborted();
    read.push(readSource(source, models, companyFirst));
    await nextTurn();
  }
  signal?.throwIfAborted();
  return read;
}

function findEntities(companyKey: string, sources: readonly ReadSource[], models: LanguageModels): Entity[] {
  const knowledge = { models, vocabulary: learnVocabulary(sources, models), companyFirst: firstWord(companyKey) };
  const found = sources.flatMap((source) => [
    ...findNames(source, companyKey, knowledge),
    ...source.passages.flatMap((read) => findNumbers(read, source.asEnglish)),
    ...(source.asEnglish ? [] : source.passages.flatMap(findForeignNames)),
  ]);
  return mergeNames(found, companyKey);
}

function summarize(read: ReadSource, entities: readonly Entity[], keyPhrases: readonly KeyPhrase[]): SourceAnalysis {
  const { source_id } = read.source;
  return summarizeSource({ source_id, language: read.language, sentiment: sentimentOf(read) }, entities, keyPhrases);
}

function firstWord(key: string): string {
  return key.split(' ', 1)[0] ?? key;
}
