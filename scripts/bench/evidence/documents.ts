import { join } from 'node:path';
import { z } from 'zod';
import { createDocumentReader } from '../../../services/documents/local-document-reader.ts';
import { readCases } from './case-files.ts';
import type { DocumentText } from './document-text.ts';
import { readDocumentText } from './document-text.ts';
import type { Figures, Measure } from './measure.ts';
import { worstOf } from './measure.ts';
import { documentPeers } from './peers/document-peers.ts';
import { joinLineEndHyphens, mean, rounded, wordScores } from './scores.ts';

const DocumentCase = z.object({
  id: z.string(),
  kind: z.enum(['pdf', 'docx']),
  /** File beside the cases. */
  file: z.string(),
  check: z.enum(['words', 'contains', 'needs-password', 'error', 'no-crash']),
  expected: z.string().nullish(),
});
type DocumentCase = z.infer<typeof DocumentCase>;

interface DocumentScore {
  readonly item: DocumentCase;
  readonly score: number;
  readonly reason: string;
}

/** Text of PDF and DOCX files: word F1 by format, share of the snippets found, of the locked files called locked, number of files that went wrong. */
export const measureDocuments: Measure = async (folder) => {
  const cases = readCases(folder, 'documents/cases.jsonl', DocumentCase);
  if (cases === undefined) return undefined;
  const reader = createDocumentReader();
  const own = await scoresOf(cases, folder, (file) => readDocumentText(reader, file));
  const peers: Record<string, Figures> = {};
  for (const { name, kind, read } of documentPeers()) {
    const readable = cases.filter(
      (item) => item.kind === kind && (item.check === 'words' || item.check === 'contains'),
    );
    if (readable.length > 0) peers[name] = figuresOf(await scoresOf(readable, folder, read));
  }
  return {
    figures: {
      n: cases.length,
      pdf_words: 1,
      docx_words: 1,
      contains: 1,
      needs_password: 1,
      ...figuresOf(own),
      failures: own.filter(({ item, score }) => !isGraded(item) && score < 1).length,
    },
    peers,
    worst: worstOf(own.map(({ item, score, reason }) => ({ id: item.id, score: rounded(score), reason }))),
  };
};

/** What gets a figure of its own. */
function isGraded({ check }: DocumentCase): boolean {
  return check === 'words' || check === 'contains' || check === 'needs-password';
}

async function scoresOf(
  cases: readonly DocumentCase[],
  folder: string,
  read: (file: string) => Promise<DocumentText>,
): Promise<DocumentScore[]> {
  const scores: DocumentScore[] = [];
  for (const item of cases) scores.push(scoreOf(item, await read(join(folder, 'documents', item.file))));
  return scores;
}

function scoreOf(item: DocumentCase, result: DocumentText): DocumentScore {
  if ('error' in result) {
    const isWanted = item.check === 'needs-password' ? /password/i.test(result.error.message) : item.check !== 'words';
    const score = Number(isWanted && item.check !== 'contains');
    return { item, score, reason: result.error.message };
  }
  return { item, ...textScore(item, result.text) };
}

function textScore({ check, expected }: DocumentCase, text: string): { score: number; reason: string } {
  if (check === 'no-crash') return { score: 1, reason: '' };
  if (check === 'needs-password' || check === 'error')
    return { score: 0, reason: `gave ${text.length} characters where an error was expected` };
  if (check === 'contains')
    return { score: Number(holdsText(text, expected ?? '')), reason: `not found: "${expected}"` };
  const scores = wordScores(joinLineEndHyphens(text), joinLineEndHyphens(expected ?? ''));
  return {
    score: scores.f1,
    reason: `precision ${scores.precision.toFixed(3)}, recall ${scores.recall.toFixed(3)} of the words`,
  };
}

/** Whether a snippet stands in a text as written, white space and compatibility forms aside. */
function holdsText(text: string, snippet: string): boolean {
  const plain = (value: string): string => value.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return plain(text).includes(plain(snippet));
}

/** A figure for every check that there are cases of. */
function figuresOf(scores: readonly DocumentScore[]): Record<string, number> {
  const groups: readonly (readonly [string, (item: DocumentCase) => boolean])[] = [
    ['pdf_words', ({ check, kind }) => check === 'words' && kind === 'pdf'],
    ['docx_words', ({ check, kind }) => check === 'words' && kind === 'docx'],
    ['contains', ({ check }) => check === 'contains'],
    ['needs_password', ({ check }) => check === 'needs-password'],
  ];
  return Object.fromEntries(
    groups
      .map(([name, belongs]) => [name, scores.filter(({ item }) => belongs(item))] as const)
      .filter(([, group]) => group.length > 0)
      .map(([name, group]) => [name, rounded(mean(group.map(({ score }) => score)))]),
  );
}
