import type { Gap } from '../../../contracts/index.ts';
import { languageName, whereStated } from '../merge/language-name.ts';
import { hasTerms } from './foreign-phrases.ts';
import type { ReadSource } from './read-source.ts';

/** Letters below which a text whose language cannot be told is no loss. */
const MIN_LOST_LETTERS = 200;

/** Names, once a language, what the analyzer could not do for sources that are not in English. */
export function languageGaps(sources: readonly ReadSource[]): Gap[] {
  const byLanguage = Map.groupBy(sources.filter(isLost), ({ language }) => language);
  return [...byLanguage].map(([language, group]) => gapOf(language, group));
}

function isLost({ language, source }: ReadSource): boolean {
  return language !== 'en' && (language !== 'und' || source.characters >= MIN_LOST_LETTERS);
}

function gapOf(language: string, sources: readonly ReadSource[]): Gap {
  const name = languageName(language);
  const lost = hasTerms(language) ? 'sentiment' : 'sentiment and key phrases';
  return {
    sought: `${lost} of text in ${name}`,
    where: whereStated(sources.map(({ source }) => source)),
    reason:
      language === 'und'
        ? 'The text is too short or too mixed to tell its language, and sentiment is told for English only.'
        : `The local analyzer tells ${lost} of English text only; names in ${name} are found by their spelling alone.`,
    remedy: 'Give the English version of the page with --also URL if there is one, or read the source itself.',
  };
}
