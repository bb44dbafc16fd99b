import type { Claim, Section } from '../../../contracts/index.ts';
import { groupsOf, isNumbered } from './brief-parts.ts';
import { formatDay } from './dates.ts';
import type { Html } from './escape-html.ts';
import { html } from './escape-html.ts';
import { INFERRED_LABEL, STRENGTH_LABELS } from './labels.ts';
import type { Reference, References } from './references.ts';

/** What a claim's markers need: the quotes, and what each source is called. */
export interface Citing {
  readonly references: References;
  nameOf(sourceId: string): string;
}

/** A section with its claims; each group of likely questions has a heading of its own. */
export function sectionHtml(section: Section, citing: Citing): Html {
  const groups = groupsOf(section).map(({ label, claims }) => {
    const items = claims.map((claim) => claimHtml(claim, citing));
    const list = isNumbered(section) ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
    return html`${label === undefined ? undefined : html`<h3>${label}</h3>`}${list}`;
  });
  const id = section.section_id.replaceAll('_', '-');
  return html`<section class="${id}" aria-labelledby="${id}"><h2 id="${id}">${section.title}</h2>${groups}</section>\n`;
}

function claimHtml(claim: Claim, citing: Citing): Html {
  const { statement, basis, date, fit } = claim;
  const dated = date === undefined ? undefined : html`<time datetime="${date}">${formatDay(date)}</time> `;
  const inferred =
    basis === 'inferred' ? html`${NO_BREAK_SPACE}<span class="inferred">${INFERRED_LABEL}</span>` : undefined;
  const told = html`${dated}<span dir="auto">${statement}</span>${inferred}${markersHtml(claim, citing)}`;
  return fit === undefined ? html`<li id="${claim.claim_id}">${told}</li>` : fitHtml(claim.claim_id, fit, told);
}

/** Requirement, how well it is met, the evidence, and what to do about it. */
function fitHtml(claimId: string, { requirement, strength, advice }: NonNullable<Claim['fit']>, evidence: Html): Html {
  const advised = advice === undefined ? undefined : html`<p class="advice">${advice}</p>`;
  const head = html`<p class="requirement"><strong dir="auto">${requirement}</strong> <span class="strength ${strength}">${STRENGTH_LABELS[strength]}</span></p>`;
  return html`<li id="${claimId}">${head}<p>${evidence}</p>${advised}</li>`;
}

/** A marker a source: it leads to the first quote under the source, and shows all when pointed at or reached with the keyboard. */
function markersHtml(claim: Claim, citing: Citing): readonly Html[] {
  const bySource = Map.groupBy(citing.references.cited(claim.citations), ({ source_id }) => source_id);
  return [...bySource.values()].map(
    (quotes, index) => html`${index === 0 ? NO_BREAK_SPACE : ' '}${markerHtml(claim.claim_id, quotes, citing)}`,
  );
}

function markerHtml(claimId: string, quotes: readonly Reference[], { nameOf }: Citing): Html | undefined {
  const [first] = quotes;
  if (first === undefined) return undefined;
  const tip = `tip-${claimId}-${first.source_id}`;
  const quoted = quotes.map(({ quote }) => html`<q dir="auto">${quote}</q> `);
  const link = html`<a href="#${first.reference_id}" aria-describedby="${tip}">[${first.source_id}]</a>`;
  return html`<span class="cite">${link}<span class="tip" role="tooltip" id="${tip}">${quoted}<span class="from">${nameOf(first.source_id)}</span></span></span>`;
}

/** Keeps a marker on the line of the last word. */
const NO_BREAK_SPACE = '\u00a0';
