import { z } from 'zod';
import { technologyNames } from '../../../services/brief/local/find-technologies.ts';
import { readCases } from './case-files.ts';
import type { Measure } from './measure.ts';
import { worstOf } from './measure.ts';
import { rounded } from './scores.ts';

const JobCase = z.object({ id: z.string(), text: z.string(), tools: z.array(z.string()) });

interface ToolScore {
  readonly id: string;
  readonly right: number;
  readonly missing: readonly string[];
  readonly unwanted: readonly string[];
}

/**
 * Tools that job descriptions name: F1 over all cases together. Labels know only the tools of their own list, so a name that no case is
 * labelled with counts neither way.
 */
export const measureJobDescriptions: Measure = async (folder) => {
  const cases = readCases(folder, 'job_descriptions/cases.jsonl', JobCase);
  if (cases === undefined) return undefined;
  const vocabulary = new Set(cases.flatMap(({ tools }) => tools.map(labelOf)));
  const scores = cases.map(({ id, text, tools }): ToolScore => {
    const wanted = new Set(tools.map(labelOf));
    const found = new Set(
      technologyNames(text)
        .map(labelOf)
        .filter((label) => vocabulary.has(label)),
    );
    return {
      id,
      right: [...wanted].filter((label) => found.has(label)).length,
      missing: [...wanted].filter((label) => !found.has(label)),
      unwanted: [...found].filter((label) => !wanted.has(label)),
    };
  });
  return {
    figures: { n: cases.length, tools_f1: rounded(f1Of(scores)) },
    peers: {},
    worst: worstOf(scores.map((score) => ({ id: score.id, score: rounded(f1Of([score])), reason: reasonOf(score) }))),
  };
};

/** `Power BI`, `power-bi` and `power_bi` are one label. */
function labelOf(name: string): string {
  return name.toLowerCase().replace(/[ -]/g, '_');
}

/** Twice the right ones by all that were found and all that were wanted. */
function f1Of(scores: readonly ToolScore[]): number {
  const sum = (count: (score: ToolScore) => number): number => scores.reduce((total, score) => total + count(score), 0);
  const right = sum((score) => score.right);
  const wrong = sum(({ missing, unwanted }) => missing.length + unwanted.length);
  return right + wrong === 0 ? 1 : (2 * right) / (2 * right + wrong);
}

function reasonOf({ missing, unwanted }: ToolScore): string {
  return [
    ...(missing.length === 0 ? [] : [`not found: ${missing.join(', ')}`]),
    ...(unwanted.length === 0 ? [] : [`not labelled: ${unwanted.join(', ')}`]),
  ].join('; ');
}
