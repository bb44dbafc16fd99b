import { splitSentences } from '../../text/sentences.ts';
import { isFunctionWord, splitWords, stem } from '../../text/words.ts';
import type { ClaimRule } from './claim-rule.ts';

/** Words that turn what follows into its opposite, or end it ("former"). */
const BEFORE =
  /^(?:not|no|never|without|neither|nor|cannot|none|lacks?|lacking|fail(?:s|ed)?|refus(?:e|es|ed)|stop(?:s|ped)?|end(?:s|ed)?|discontinu(?:e|es|ed)|cancel(?:s|led|ed)?|reject(?:s|ed)?|den(?:y|ies|ied)|former|formerly|ex|previously|nicht|kein|keine|keinen|nie|ohne|ehemalige[rn]?|pas|jamais|sans|ancien|ancienne|nunca|sin|nessun|senza|sem|niet|geen|.+n['’]t)$/iu;

/** Words that turn what stands before them. */
const AFTER = /^(?:nobody|nothing|nowhere|none)$/iu;

/** "not only", "no later than", "not just": no negation. */
const HARMLESS = /^(?:only|just|merely|simply|later|earlier|less|fewer|matter|doubt|longer than)/i;

/** How many content words a negation reaches, at most to the end of its clause. */
const REACH_CONTENT_WORDS = 4;

/** Nothing that the sources negate is affirmed, and nothing that they affirm is negated: for every content word that statement and quotes share. */
export const negationRule: ClaimRule = {
  reason: 'negation_differs',
  holds(claim) {
    if (claim.basis === 'inferred') return true;
    const stated = polarities(claim.statement);
    const quoted = merge(claim.quotes.map(polarities));
    return (
      [...stated].every(([word, signs]) => {
        const other = quoted.get(word);
        return other === undefined || [...signs].some((sign) => other.has(sign));
      }) && !(onlyNegated(stated) && !onlyNegated(quoted))
    );
  },
};

/** Whether a text negates anything. */
function onlyNegated(words: ReadonlyMap<string, ReadonlySet<boolean>>): boolean {
  return [...words.values()].some((signs) => signs.has(true));
}

/** For each content word whether it stands negated (true), affirmed (false) or both. */
function polarities(text: string): Map<string, Set<boolean>> {
  return merge(
    splitSentences(text).flatMap((sentence) =>
      sentence.text.split(/[,;:!?()–—]|\bbut\b|\baber\b|\bmais\b|\bpero\b/iu).map(clausePolarities),
    ),
  );
}

function clausePolarities(clause: string): Map<string, Set<boolean>> {
  const words = splitWords(clause).map(({ text }) => text);
  const whole = words.some((word) => AFTER.test(word));
  const result = new Map<string, Set<boolean>>();
  let reach = 0;
  words.forEach((word, position) => {
    if (BEFORE.test(word) && !HARMLESS.test(words[position + 1] ?? '')) {
      reach = REACH_CONTENT_WORDS;
    } else if (!isFunctionWord(word)) {
      result.set(stem(word), new Set([whole || reach > 0]));
      reach -= 1;
    }
  });
  return result;
}

function merge(maps: readonly ReadonlyMap<string, ReadonlySet<boolean>>[]): Map<string, Set<boolean>> {
  const merged = new Map<string, Set<boolean>>();
  for (const map of maps) {
    for (const [word, signs] of map) merged.set(word, new Set([...(merged.get(word) ?? []), ...signs]));
  }
  return merged;
}
