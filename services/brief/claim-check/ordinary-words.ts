import { isFunctionWord } from '../../text/words.ts';

/** Words that often open an English sentence of a brief and are no names. A word not listed here may still stand in the quotes. */
const OPENERS = new Set(
  (
    'ask tell say show expect prepare bring read practice rehearse explain describe walk talk name think choose pick find look check note mention use offer keep ' +
    'make give take start lead open close compare decide consider know learn plan be have avoid watch point address admit connect link quote cite draw build ' +
    'highlight emphasize discuss probe clarify stress frame relate confirm acknowledge focus neither recent interviewers recruiters founders ' +
    'one yes no not none nothing nobody never always often sometimes usually recently currently today now soon once twice first second third next last finally ' +
    'however therefore instead moreover additionally also overall together unlike like despite according based given founded launched employees customers users ' +
    'people teams team company companies firm business product products service services platform software tools engineers developers managers candidates candidate ' +
    'interviewer recruiter hiring manager managers peers panel role job jobs work works working experience resume requirement requirements skills skill question questions ' +
    'answer answers story stories example examples risk gap gaps news page pages site website description posting advertisement growth revenue sales support ' +
    'headquarters headquartered offices office values value culture mission leadership technology technologies strong partial missing good better best new old ' +
    'several few many most part two three four five six seven eight nine ten years months weeks days year month week day technologies listed named ' +
    'january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

/** Endings that English gives to ordinary words and hardly ever to names. */
const ORDINARY_ENDING = /(?:ing|ed|ly|tion|tions|ment|ments|ness|ity|ities|ance|ence|ships?|able|ible|ful|less)$/;

/** Whether a capitalized word that opens a sentence may be an ordinary word rather than a name. */
export function isOrdinaryWord(word: string): boolean {
  const lower = word.toLowerCase();
  return isFunctionWord(lower) || OPENERS.has(lower) || ORDINARY_ENDING.test(lower);
}
