import type { FoundName } from '../merge/found-name.ts';
import { nameKey } from '../merge/legal-forms.ts';
import type { ReadPassage } from './read-source.ts';

/**
 * Names in scripts without capitals, by spelling: companies by the form of their name (Japanese 株式会社, Korean 주식회사), foreign names and products
 * by Katakana, which ordinary Japanese words are seldom written in at this length.
 */
const NAME =
  /(?<organization>(?:株式会社|有限会社)[\p{Script=Katakana}ーA-Za-z]{2,30}|[\p{Script=Katakana}ーA-Za-z]{2,30}(?:株式会社|有限会社)|(?:주식회사 ?|\(주\))[\p{Script=Hangul}A-Za-z]{2,20})|[\p{Script=Katakana}ー]{4,30}(?:・[\p{Script=Katakana}ー]{2,30}){0,3}/gu;

/** Finds names in a passage in a script without capitals. */
export function findForeignNames({ passage, source_id }: ReadPassage): readonly FoundName[] {
  return [...passage.text.matchAll(NAME)].map(({ 0: form, index, groups }) => ({
    ...(groups?.organization === undefined ? { type: 'OTHER', score: 0.4 } : { type: 'ORGANIZATION', score: 0.85 }),
    form,
    key: nameKey(form),
    source_id,
    passage_id: passage.passage_id,
    start: index,
    end: index + form.length,
  }));
}
