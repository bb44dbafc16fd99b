import type { Brief } from '../../../contracts/index.ts';
import { contentBlocks } from './markdown-content.ts';
import { numberReferences } from './references.ts';

/**
 * Counts the words of a brief before its list of sources as the reader gets them in Markdown: whatever stands between white space and has a letter or
 * digit, without footnote marks and the numbers of list items. This is what the word cap of a brief is about.
 */
export function countBriefWords(brief: Brief): number {
  const text = contentBlocks(brief, numberReferences(brief))
    .join('\n')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/^\d+\. /gm, '');
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
