import { join } from 'node:path';
import { z } from 'zod';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { readCases } from './case-files.ts';
import type { DocumentText } from './document-text.ts';
import { readDocumentText } from './document-text.ts';
import type { Figures, Measure, WorstCase } from './measure.ts';
import { worstOf } from './measure.ts';
import { documentPeers } from './peers/document-peers.ts';
import { holdsWords, rounded } from './scores.ts';

const ResumeCase = z.object({
  id: z.string(),
  /** File beside the cases. */
  file: z.string(),
  /** Anything nested: every string in it is a fact. */
  facts: z.json(),
});

interface FactScore {
  readonly id: string;
  readonly facts: number;
  readonly missing: readonly string[];
}

/** Facts of resumes: share found in the extracted text. */
export const measureResumes: Measure = async (folder) => {
  const cases = readCases(folder, 'resumes/cases.jsonl', ResumeCase);
  if (cases === undefined) return undefined;
  const scoresWith = async (read: (file: string) => Promise<DocumentText>, all = cases): Promise<FactScore[]> => {
    const scores: FactScore[] = [];
    for (const { id, file, facts } of all) {
      const result = await read(join(folder, 'resumes', file));
      const text = 'text' in result ? result.text : '';
      const wanted = stringsIn(facts);
      scores.push({ id, facts: wanted.length, missing: wanted.filter((fact) => !holdsWords(text, fact)) });
    }
    return scores;
  };
  const reader = createDocumentReader();
  const own = await scoresWith((file) => readDocumentText(reader, file));
  const peers: Record<string, Figures> = {};
  for (const { name, kind, read } of documentPeers()) {
    const readable = cases.filter(({ file }) => file.endsWith(`.${kind}`));
    if (readable.length > 0) peers[name] = { recall: recallOf(await scoresWith(read, readable)) };
  }
  return { figures: { n: cases.length, recall: recallOf(own) }, peers, worst: worstOf(own.map(asWorstCase)) };
};

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function recallOf(scores: readonly FactScore[]): number {
  const facts = scores.reduce((sum, score) => sum + score.facts, 0);
  const missing = scores.reduce((sum, score) => sum + score.missing.length, 0);
  return rounded(1 - missing / Math.max(1, facts));
}

function asWorstCase(score: FactScore): WorstCase {
  return {
    id: score.id,
    score: recallOf([score]),
    reason: `not found: ${score.missing.map((fact) => `"${fact}"`).join(', ')}`,
  };
}
