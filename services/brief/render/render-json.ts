import type { Brief } from '../../../contracts/index.ts';

/** Renders a brief as JSON, indented, with a line end: the contract itself, for programs. */
export function renderJson(brief: Brief): string {
  return `${JSON.stringify(brief, null, 2)}\n`;
}
