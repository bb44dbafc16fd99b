import type { NameRun } from './name-runs.ts';
import type { ReadPassage } from './read-source.ts';
import { isCapitalized } from './words.ts';

const PLACE_LEAD =
  /\b(?:based|headquartered|located|offices?|branch(?:es)?|warehouses?|teams?|hubs?|live|lives|work|works|born|grew up|grown up|moved|opened|remote|hybrid) (?:is |are )?(?:in|near|outside|to|from)(?: the)?$/;

const ORGANIZATION_LEAD =
  /\b(?:(?:customers?|clients?|partners?|companies|brands|firms|investors?|competitors?|employers?)(?: of ours)?(?:,? (?:like|such as|including|include|includes|are|is))?|worked (?:at|for|with)|joined|joining|acquired(?: by)?|acquisition of|backed by|funded by|invested in|raised [^.]{0,40}from|partner(?:ed|ing|s|ship)? with|previously (?:at|with|of)|formerly (?:at|with|of)|career at|years at|role at|engineer at|manager at|led by)(?: the)?$/;

/** Words before a run that are looked at; the others cannot belong to the phrase that leads in. */
const LEAD_WORDS = 9;

/** What the words before a run say it is: a place ("offices in …") or an organization ("customers like …"); names and commas between are skipped. */
export function leadBefore({ read, first }: NameRun): 'place' | 'organization' | undefined {
  let end = first;
  while (end > 0 && first - end < LEAD_WORDS * 2 && skipsInList(read, end - 1)) end -= 1;
  const lead = read.words
    .slice(Math.max(0, end - LEAD_WORDS), end)
    .map(({ lower }) => lower)
    .join(' ');
  if (PLACE_LEAD.test(lead)) return 'place';
  return ORGANIZATION_LEAD.test(lead) ? 'organization' : undefined;
}

function skipsInList({ words }: ReadPassage, index: number): boolean {
  const word = words[index];
  if (!word || word.sentenceStart) return false;
  return word.text === ',' || word.lower === 'and' || word.lower === 'or' || isCapitalized(word);
}
