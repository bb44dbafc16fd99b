import type { Analysis, SourceWithPassages } from '../../../../contracts/index.ts';
import { createLocalAnalyzer } from '../../../../services/analysis/local/local-analyzer.ts';
import { pageOf } from '../../../conformance/source-of.ts';

/** Something found in a text, offsets in UTF-16 code units. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly type: string;
}

/** What a text is about. */
export interface Understood {
  readonly language: string;
  readonly entities: readonly Found[];
  readonly phrases: readonly Found[];
  readonly sentiment: Analysis['sources'][number]['sentiment'];
}

/** Understands texts as the service might: with the local analyzer, line by line; key phrases come with their articles. */
export function createLanguageModel(known_company: string): (text: string) => Promise<Understood> {
  const analyzer = createLocalAnalyzer();
  const understood = new Map<string, Promise<Understood>>();
  return (text) => {
    const answer =
      understood.get(text) ??
      analyzer
        .analyze({ company_name: known_company, sources: [sourceOf(text)] })
        .then((found) => toFound(text, found));
    understood.set(text, answer);
    return answer;
  };
}

/** A passage a line; the ids tell where each begins. */
function sourceOf(text: string): SourceWithPassages {
  const { source } = pageOf('W1', []);
  let start = 0;
  const passages = text.split('\n').flatMap((line) => {
    const at = start;
    start += line.length + 1;
    return line === ''
      ? []
      : [
          {
            passage_id: `W1.${at}`,
            kind: 'paragraph' as const,
            start: at,
            end: at + line.length,
            text: line,
            headings: [],
          },
        ];
  });
  return { source, passages };
}

function toFound(text: string, { sources, entities, key_phrases }: Analysis): Understood {
  const places = (items: Analysis['key_phrases'] | Analysis['entities']): Found[] =>
    items.flatMap((item) =>
      item.mentions.map(({ passage_id, start, end }) => {
        const at = Number(passage_id.slice('W1.'.length));
        return { start: at + start, end: at + end, score: item.score, type: 'type' in item ? item.type : '' };
      }),
    );
  return {
    language: sources[0]?.language ?? 'und',
    entities: places(entities),
    phrases: places(key_phrases).map((phrase) => withArticle(text, phrase)),
    sentiment: sources[0]?.sentiment,
  };
}

function withArticle(text: string, phrase: Found): Found {
  const article = /(?:^|(?<=[\s"]))(?:the|our|an?) $/i.exec(text.slice(Math.max(0, phrase.start - 5), phrase.start));
  return article === null ? phrase : { ...phrase, start: phrase.start - article[0].length };
}
