import { splitSentences } from '../../text/sentences.ts';
import type { ClaimRule, ClaimUnderCheck } from './claim-rule.ts';
import { datesRule } from './dates.ts';
import { namesRule } from './names.ts';
import { negationRule } from './negation.ts';
import { numbersRule } from './numbers.ts';
import { overlapRule } from './overlap.ts';
import { rolesRule } from './roles.ts';

/** The rules in the order in which they name the reason. */
const CLAIM_RULES: readonly ClaimRule[] = [numbersRule, datesRule, namesRule, rolesRule, negationRule, overlapRule];

/** Holds a claim against the words it cites. Gives the reason for which it must be dropped, or undefined when it stands. A statement that is one of the quoted sentences, word for word, stands by itself; its date is checked all the same. */
export function reasonToDrop(claim: ClaimUnderCheck): string | undefined {
  const rules = isVerbatim(claim) ? [datesRule] : CLAIM_RULES;
  return rules.find((rule) => !rule.holds(claim))?.reason;
}

function isVerbatim({ statement, quotes }: ClaimUnderCheck): boolean {
  const words = plain(statement);
  return quotes.some(
    (quote) => plain(quote) === words || splitSentences(quote).some((sentence) => plain(sentence.text) === words),
  );
}

/** White space collapsed, as passages may wrap. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
