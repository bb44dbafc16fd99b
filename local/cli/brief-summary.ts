import { join } from 'node:path';
import type { Brief } from '../../contracts/index.ts';
import { costOfRun, givenAway } from '../../services/brief/render/usage-facts.ts';
import { FIRST_PAGE } from '../../services/brief/section-titles.ts';
import type { Output } from './output.ts';
import { writeLine } from './output.ts';
import { wrapText } from './wrap-text.ts';

/** Widest line of the summary, in columns: longer lines are hard to read. */
const MAX_COLUMNS = 100;

/** Where a brief was written, and the command that shows its run. */
export interface WrittenBrief {
  readonly folder: string;
  readonly inspect: string;
}

/** Prints what a person wants to know at the end: the first page, what was read, what could not be, what left the machine, where the brief is. */
export function printSummary(brief: Brief, { folder, inspect }: WrittenBrief, { out }: Output): void {
  const columns = Math.min(
    MAX_COLUMNS,
    ('columns' in out && typeof out.columns === 'number' && out.columns) || MAX_COLUMNS,
  );
  const print = (text: string, indent = ''): void => {
    for (const line of wrapText(text, columns, indent)) writeLine(out, line);
  };
  writeLine(out);
  print(titleOf(brief));
  for (const section of brief.sections.filter(({ section_id }) => FIRST_PAGE.includes(section_id))) {
    writeLine(out);
    print(section.title);
    for (const { statement, citations, basis } of section.claims) {
      const sources = [...new Set(citations.map(({ source_id }) => source_id))].join(', ');
      print(`${statement} [${sources}]${basis === 'inferred' ? ' (inferred)' : ''}`, '  ');
    }
  }
  writeLine(out);
  for (const line of readLines(brief)) print(line);
  for (const { sought, where, reason, remedy } of brief.gaps)
    print(`Missing: ${sought} (${where}). ${reason}${remedy ? ` ${remedy}` : ''}`, '  ');
  print(whatLeft(brief));
  for (const line of costLines(brief)) print(line);
  // Paths and commands are copied from here: a line break would spoil them.
  writeLine(
    out,
    `Brief: ${join(folder, 'brief.html')} (also brief.md, brief.json; every source's text under sources/)`,
  );
  writeLine(out, `Run: ${inspect}`);
}

function titleOf({ company_name, role, degraded }: Brief): string {
  return `Interview brief: ${company_name}${role ? `, ${role}` : ''}${degraded ? ' (some of what was asked for could not be read)' : ''}`;
}

function readLines({ usage, sections, words, dropped_claims }: Brief): string[] {
  const claims = sections.flatMap((section) => section.claims);
  const dropped = Object.values(dropped_claims).reduce((sum, count) => sum + count, 0);
  return [
    `Read: ${plural(usage.pages, 'page')}, ${plural(usage.documents, 'document')}, ${usage.characters.toLocaleString('en-US')} characters.`,
    `Written: ${plural(claims.length, 'claim')} in ${plural(sections.length, 'section')}, ${words} words, every one cited; ${dropped} dropped by the check.`,
  ];
}

/** "13 requests to acme.example; nothing else left the machine.", or which part outside of it was given text. */
function whatLeft({ usage: { requests }, made_by }: Brief): string {
  const sent = Object.entries(requests)
    .filter(([, count]) => count > 0)
    .map(([host, count]) => `${plural(count, 'request')} to ${host}`);
  const given = givenAway(made_by);
  if (sent.length === 0 && given === undefined) return 'Nothing left the machine.';
  return `${[...(sent.length > 0 ? [sent.join(', ')] : []), given ?? 'nothing else left the machine'].join('; ')}.`;
}

/** What the run cost, when anything was paid for. */
function costLines({ usage }: Brief): string[] {
  if (usage.estimated_cost_usd === 0 && usage.unpriced.length === 0) return [];
  const paid = [
    usage.comprehend_units > 0 ? plural(usage.comprehend_units, 'Comprehend unit') : undefined,
    usage.textract_pages > 0 ? plural(usage.textract_pages, 'Textract page') : undefined,
    usage.input_tokens + usage.output_tokens > 0
      ? `${usage.input_tokens.toLocaleString('en-US')} tokens in and ${usage.output_tokens.toLocaleString('en-US')} out`
      : undefined,
  ].filter((part) => part !== undefined);
  return [`Paid for: ${paid.join(', ')}; ${costOfRun(usage)}.`];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
