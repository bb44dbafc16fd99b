import type { PageKind } from '../../../../contracts/index.ts';
import type { SectionSelector } from '../claims.ts';
import { statedSentence } from '../claims.ts';
import { SPEAKS_FOR_US, WRITTEN_IN } from '../cues/company.ts';
import type { Evidence } from '../evidence.ts';
import { technologyNames } from '../find-technologies.ts';
import type { Sentence } from '../sentence.ts';
import { isTelling } from '../sentence-quality.ts';

const MAX_SENTENCES = 5;

/** Where technologies are the company's own; elsewhere they may be a customer's or a partner's. */
const PLACES: readonly PageKind[] = [
  'engineering',
  'role',
  'job_description',
  'careers',
  'news',
  'products',
  'about',
  'other',
];

/** The technologies they name: the fewest sentences that name the most of them. */
export const technology: SectionSelector = (evidence) =>
  technologySentences(evidence).map(({ sentence }) => statedSentence(sentence));

/** A sentence and the technologies that no sentence chosen before it names. */
export interface TechnologySentence {
  readonly sentence: Sentence;
  readonly names: readonly string[];
}

/** Greedy cover: each time the sentence that names most technologies not named yet; engineering pages win a tie. */
export function technologySentences(evidence: Evidence): TechnologySentence[] {
  const candidates = [...evidence.sources]
    .filter(({ kind }) => PLACES.includes(kind))
    .sort((one, other) => PLACES.indexOf(one.kind) - PLACES.indexOf(other.kind))
    .flatMap(({ kind, sentences }) => sentences.filter((sentence) => isOwn(kind, sentence, evidence)))
    .filter((sentence) => isTelling(sentence))
    .map((sentence) => ({ sentence, names: technologyNames(sentence.text) }));
  const named = new Set<string>();
  const chosen: TechnologySentence[] = [];
  while (chosen.length < MAX_SENTENCES) {
    const next = mostNew(candidates, named);
    if (!next) break;
    chosen.push(next);
    for (const name of next.names) named.add(name);
  }
  return chosen;
}

/** On pages that also speak of others, only what the company says of itself. */
function isOwn(kind: PageKind, { text, source }: Sentence, evidence: Evidence): boolean {
  const speaksOfItself =
    kind === 'engineering' || kind === 'role' || kind === 'job_description' || ENGINEERS_BLOG.test(source.title);
  return speaksOfItself || SPEAKS_FOR_US.test(text) || WRITTEN_IN.test(text) || evidence.company.pattern.test(text);
}

/** Titles of blogs that a company's engineers write. */
const ENGINEERS_BLOG =
  /(?:テック|技術|エンジニア|開発者?)ブログ|\b(?:tech(?:nik|nical|nology)?|dev(?:eloper)?|engineering)[ -]?blog\b|\bblog (?:tech|technique|técnico|tecnico)\b/iu;

function mostNew(
  candidates: readonly TechnologySentence[],
  named: ReadonlySet<string>,
): TechnologySentence | undefined {
  let best: TechnologySentence | undefined;
  for (const { sentence, names } of candidates) {
    const fresh = names.filter((name) => !named.has(name));
    const enough = isWhole(sentence) ? 1 : MIN_NAMES_IN_FRAGMENT;
    if (fresh.length >= enough && fresh.length > (best?.names.length ?? 0)) best = { sentence, names: fresh };
  }
  return best;
}

/** A requirement like "Strong Go or Rust" tells little about what they run unless it names several technologies. */
const MIN_NAMES_IN_FRAGMENT = 3;

function isWhole({ text }: Sentence): boolean {
  return /[.!。！]["”’)]?$/u.test(text);
}
