import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { decodeHtml } from '../../../services/website/page/decode-html.ts';
import { extractPage } from '../../../services/website/page/extract-page.ts';
import { readCases } from './case-files.ts';
import type { Measure, WorstCase } from './measure.ts';
import { worstOf } from './measure.ts';
import { readabilityText } from './peers/readability-text.ts';
import { holdsWords, mean, rounded, wordScores } from './scores.ts';

const PageCase = z.object({
  id: z.string(),
  url: z.string(),
  /** File beside the cases, compressed when it ends in `.gz`. */
  html: z.string(),
  main_content: z.string(),
  with: z.array(z.string()),
  without: z.array(z.string()),
});
type PageCase = z.infer<typeof PageCase>;

/** Takes a page's HTML and address, gives its main text. */
type Extractor = (html: string, url: string) => string;

interface PageScore {
  readonly id: string;
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  readonly snippets: number;
  readonly missing: readonly string[];
  readonly unwanted: readonly string[];
  readonly milliseconds: number;
}

/** Main text of pages: word F1, share of the snippets found that belong to it and of those that do not, milliseconds for all of them. */
export const measurePages: Measure = async (folder) => {
  const cases = readCases(folder, 'pages/cases.jsonl', PageCase);
  if (cases === undefined) return undefined;
  const pages = cases.map((page) => ({ page, html: readPage(join(folder, 'pages', page.html)) }));
  const own = pages.map(({ page, html }) => score(page, html, mainTextOf));
  const peer = pages.map(({ page, html }) => score(page, html, readabilityText));
  const peerFigures = figuresOf(cases, peer);
  return {
    figures: { n: cases.length, ...figuresOf(cases, own), peer_ms: peerFigures.ms },
    peers: { 'Readability + linkedom': peerFigures },
    worst: worstOf(own.map(asWorstCase)),
  };
};

/** The text that the pipeline makes passages of, what only metadata says left out. */
function mainTextOf(html: string, url: string): string {
  return extractPage(html, url)
    .blocks.filter(({ kind }) => kind !== 'metadata')
    .map(({ text }) => text)
    .join('\n');
}

function readPage(file: string): string {
  const bytes = readFileSync(file);
  return decodeHtml(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
}

function score(page: PageCase, html: string, extract: Extractor): PageScore {
  const started = performance.now();
  const text = extract(html, page.url);
  const milliseconds = performance.now() - started;
  return {
    id: page.id,
    ...wordScores(text, page.main_content),
    snippets: page.with.length + page.without.length,
    missing: page.with.filter((snippet) => !holdsWords(text, snippet)),
    unwanted: page.without.filter((snippet) => holdsWords(text, snippet)),
    milliseconds,
  };
}

function figuresOf(cases: readonly PageCase[], scores: readonly PageScore[]) {
  const total = (count: (item: PageCase) => number): number => cases.reduce((sum, item) => sum + count(item), 0);
  const missing = scores.reduce((sum, item) => sum + item.missing.length, 0);
  const unwanted = scores.reduce((sum, item) => sum + item.unwanted.length, 0);
  return {
    f1: rounded(mean(scores.map(({ f1 }) => f1))),
    with: rounded(
      1 -
        missing /
          Math.max(
            1,
            total((item) => item.with.length),
          ),
    ),
    without: rounded(
      unwanted /
        Math.max(
          1,
          total((item) => item.without.length),
        ),
    ),
    ms: Math.round(scores.reduce((sum, { milliseconds }) => sum + milliseconds, 0)),
  };
}

/** Scored by F1, less by the share of the snippets that are wrong. */
function asWorstCase({ id, f1, precision, recall, snippets, missing, unwanted }: PageScore): WorstCase {
  const extremes = [
    `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    ...missing.slice(0, 1).map((text) => `not found: "${text.slice(0, 60)}"`),
    ...unwanted.slice(0, 1).map((text) => `not content: "${text.slice(0, 60)}"`),
  ];
  const right = 1 - (missing.length + unwanted.length) / Math.max(1, snippets);
  return { id, score: rounded(f1 * right), reason: extremes.join('; ') };
}
