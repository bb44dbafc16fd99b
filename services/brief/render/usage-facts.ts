import type { Brief } from '../../../contracts/index.ts';
import { toDollars } from '../../cost/dollars.ts';
import { formatMoment } from './dates.ts';
import { plural } from './source-facts.ts';

/** Parts of a run that give nothing away: what is made by them stays on the machine. */
const STAYS_HERE = new Set(['local', 'off', 'none']);

/** Tells how a brief was made, in sentences of plain text: what was read, what left the machine, what was dropped, which parts made it, what it cost. */
export function usageFacts(brief: Brief): readonly string[] {
  const { usage, made_by, dropped_claims } = brief;
  const facts = [
    `${readSentence(brief)}.`,
    `Made on ${formatMoment(brief.generated_at)} by ${listOf(Object.entries(made_by).map(([part, name]) => `${part} ${name}`)) || 'unnamed parts'}.`,
    droppedSentence(dropped_claims),
    usage.left_out.length > 0 ? `Left out: ${usage.left_out.join('; ')}.` : undefined,
    costSentence(usage),
    `Execution ${brief.execution_id}.`,
  ];
  return facts.filter((fact) => fact !== undefined);
}

/** "12 pages, 2 documents, 13 requests to acme.example, nothing else left the machine" */
function readSentence({ usage, made_by }: Brief): string {
  const read = [plural(usage.pages, 'page'), plural(usage.documents, 'document')];
  const requests = Object.entries(usage.requests).sort(([left, l], [right, r]) => r - l || (left < right ? -1 : 1));
  const sent = requests.map(([host, count]) => `${plural(count, 'request')} to ${host}`);
  const given = givenAway(made_by);
  const rest =
    given !== undefined ? given : sent.length > 0 ? 'nothing else left the machine' : 'nothing left the machine';
  return [...read, ...sent, rest].join(', ');
}

/** "text was given to the writer bedrock …": to which parts outside of the machine; undefined when all of them are on it. */
export function givenAway(made_by: Brief['made_by']): string | undefined {
  const outside = Object.entries(made_by).filter(([, name]) => !STAYS_HERE.has(name));
  if (outside.length === 0) return undefined;
  return `text was given to ${listOf(outside.map(([part, name]) => `the ${part} ${name}`))}`;
}

function droppedSentence(dropped: Brief['dropped_claims']): string | undefined {
  const reasons = Object.entries(dropped).filter(([, count]) => count > 0);
  if (reasons.length === 0) return undefined;
  const total = reasons.reduce((sum, [, count]) => sum + count, 0);
  const told = reasons.map(([reason, count]) => `${reason.replaceAll('_', ' ')} ${count}`).join(', ');
  return `${plural(total, 'statement')} did not stand up to the words cited and ${total === 1 ? 'was' : 'were'} dropped (${told}).`;
}

function costSentence({
  transitions,
  comprehend_units,
  input_tokens,
  output_tokens,
  textract_pages,
  characters,
  ...cost
}: Brief['usage']): string {
  const parts = [
    plural(characters, 'character'),
    transitions > 0 ? plural(transitions, 'state transition') : undefined,
    comprehend_units > 0 ? plural(comprehend_units, 'Comprehend unit') : undefined,
    textract_pages > 0 ? plural(textract_pages, 'Textract page') : undefined,
    input_tokens + output_tokens > 0
      ? `${plural(input_tokens, 'input token')}, ${plural(output_tokens, 'output token')}`
      : undefined,
  ];
  return `${parts.filter((part) => part !== undefined).join(', ')}; ${costOfRun(cost)}.`;
}

/** "estimated cost $0.14", and what is not in it, because it has no price. */
export function costOfRun({
  estimated_cost_usd,
  unpriced,
}: Pick<Brief['usage'], 'estimated_cost_usd' | 'unpriced'>): string {
  const cost = `estimated cost ${toDollars(estimated_cost_usd)}`;
  return unpriced.length === 0 ? cost : `${cost} without the ${listOf(unpriced)}, for which no price is known`;
}

function listOf(items: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(items);
}
