import type { Passage } from '../../../contracts/index.ts';
import { MAX_CITATIONS } from '../../../contracts/index.ts';
import { splitWords } from '../../text/words.ts';
import type { DraftClaim } from '../brief-writer.ts';
import { statedSentence } from './claims.ts';
import { HIRING_HEADING, HIRING_STEP } from './cues/roles.ts';
import type { Evidence } from './evidence.ts';
import { distinct } from './rank.ts';
import type { Sentence } from './sentence.ts';
import { cite } from './sentence.ts';
import { isTelling } from './sentence-quality.ts';

const MAX_PROCESS = 3;

/** How they hire: the steps that a list only names in one line, else what is told of them. */
export function hiringClaims(evidence: Evidence): DraftClaim[] {
  return stepsClaim(evidence) ?? processOf(evidence).map(statedSentence);
}

/** Longest step that is a name and no sentence, in words. */
const MAX_STEP_WORDS = 6;

/** Steps of hiring that a list names without a sentence, in one line; undefined where the list is not so short. */
function stepsClaim({ sources }: Evidence): DraftClaim[] | undefined {
  const steps = sources
    .filter(({ kind }) => kind === 'careers' || kind === 'role')
    .map(({ sentences }) => sentences.filter(({ passage }) => isStep(passage)))
    .find(({ length }) => length > 1)
    ?.slice(0, MAX_CITATIONS);
  const areNames = steps?.every(({ text }) => splitWords(text).length <= MAX_STEP_WORDS && !/[.!?。]$/u.test(text));
  return steps === undefined || areNames !== true
    ? undefined
    : [
        {
          statement: steps.map(({ text }) => text).join('; '),
          basis: 'stated',
          citations: steps.map((sentence) => cite(sentence)),
        },
      ];
}

/** How they hire, from the site or the job description. */
function processOf(evidence: Evidence): Sentence[] {
  const onSite = evidence.sources
    .filter(({ kind }) => kind === 'careers' || kind === 'role')
    .flatMap(({ sentences }) => sentences);
  const under = onSite.filter(
    (sentence) => isTelling(sentence) && sentence.passage.headings.some((heading) => HIRING_HEADING.test(heading)),
  );
  const named = under.filter(({ text }) => HIRING_STEP.test(text));
  const told = named.length > 0 ? named : under.filter(({ passage }) => isStep(passage));
  return distinct([...told, ...(evidence.job?.process ?? [])]).slice(0, MAX_PROCESS);
}

/** An entry of a list right under a heading about hiring. */
function isStep({ kind, headings }: Passage): boolean {
  return kind === 'list_item' && HIRING_HEADING.test(headings.at(-1) ?? '');
}
