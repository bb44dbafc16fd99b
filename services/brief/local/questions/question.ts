import type { Audience } from '../../../../contracts/index.ts';
import type { DraftClaim } from '../../brief-writer.ts';
import type { Evidence } from '../evidence.ts';
import type { Sentence } from '../sentence.ts';
import { cite } from '../sentence.ts';

/** A question that may be asked, who would ask it, and what it is drawn from. */
export interface Question {
  /** What it turns on: one question of a kind comes first, so that five questions are about five things. */
  readonly kind: string;
  readonly audience?: Audience;
  readonly text: string;
  readonly from: readonly Sentence[];
}

/** Finds the questions of one kind, best first. */
export type QuestionSource = (evidence: Evidence) => Question[];

/** Takes the questions in rounds: the best of each kind, then the second best of each, and so on. */
export function inRounds(groups: readonly (readonly Question[])[]): Question[] {
  const rounds = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length: rounds }, (_, round) => groups.flatMap((group) => group[round] ?? [])).flat();
}

/** A question as a claim. */
export function questionClaim({ text, from, audience }: Question): DraftClaim {
  return {
    statement: text,
    basis: 'inferred',
    citations: from.map((sentence) => cite(sentence)),
    ...(audience === undefined ? {} : { audience }),
  };
}
