import type { Gap, Source } from '../../../contracts/index.ts';
import type { RunCostLimitError } from '../../cost/run-cost-limit-error.ts';
import { languageName, whereStated } from '../merge/language-name.ts';
import { MIN_LOST_CHARACTERS, SUPPORTED_LANGUAGES } from './limits.ts';

/** A source whose language Comprehend does not analyze. */
export interface UnsupportedSource {
  readonly source: Source;
  readonly language: string;
}

/** Something that Comprehend did not take. */
export interface Refusal {
  /** What is not known of it: "key phrases". */
  readonly finds: string;
  readonly source: Source;
  readonly reason: string;
}

const READ_IT = 'Read the source itself; with --analyzer local names are found by their spelling.';

/** Names the sources in languages that Comprehend does not analyze: one gap a language. */
export function unsupportedGaps(sources: readonly UnsupportedSource[]): Gap[] {
  const lost = sources.filter(({ source, language }) => language !== 'und' || source.characters >= MIN_LOST_CHARACTERS);
  return [...Map.groupBy(lost, ({ language }) => language)].map(([language, group]) => ({
    sought: `names, key phrases and sentiment of text in ${languageName(language)}`,
    where: whereStated(group.map(({ source }) => source)),
    reason:
      language === 'und'
        ? 'The text is too short or too mixed for Amazon Comprehend to tell its language.'
        : `Amazon Comprehend does not analyze ${languageName(language)}: it takes ${SUPPORTED_LANGUAGES.length} languages.`,
    remedy: READ_IT,
  }));
}

/** Names what was not analyzed because the run may not pay for it. */
export function unpaidGaps(limit: RunCostLimitError | undefined): Gap[] {
  if (limit === undefined) return [];
  return [
    {
      sought: 'names, key phrases and sentiment of part of the text',
      where: 'the analysis by Amazon Comprehend',
      reason: limit.message,
      remedy: limit.remedy,
      error: limit.name,
    },
  ];
}

/** Names what Comprehend refused also when it was sent alone: one gap for each kind of thing that is not known. */
export function refusalGaps(refusals: readonly Refusal[]): Gap[] {
  return [...Map.groupBy(refusals, ({ finds }) => finds)].map(([finds, group]) => ({
    sought: `${finds} of part of the text`,
    where: whereStated([...new Set(group.map(({ source }) => source))]),
    reason: `Amazon Comprehend refused ${group.length === 1 ? 'a part' : `${group.length} parts`} of it, also when sent alone: ${[...new Set(group.map(({ reason }) => reason))].join(', ').slice(0, MAX_REASONS_CHARACTERS)}.`,
    remedy: READ_IT,
  }));
}

/** Longest list of reasons in a gap, in characters. */
const MAX_REASONS_CHARACTERS = 500;
