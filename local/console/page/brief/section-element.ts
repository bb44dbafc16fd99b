import type { Citation, Claim, Section, Source } from '../../../../contracts/index.ts';
import { groupsOf, isNumbered } from '../../../../services/brief/render/brief-parts.ts';
import { formatDay } from '../../../../services/brief/render/dates.ts';
import { INFERRED_LABEL, STRENGTH_LABELS } from '../../../../services/brief/render/labels.ts';
import { sourceFacts } from '../../../../services/brief/render/source-facts.ts';
import type { Child } from '../element.ts';
import { el } from '../element.ts';
import type { CitationPopover } from './citation-popover.ts';

/** What the markers of a claim need. */
export interface Citing {
  readonly popover: CitationPopover;
  sourceOf(sourceId: string): Source | undefined;
}

/** A section with its claims; each group of likely questions has a heading of its own. */
export function sectionElement(section: Section, citing: Citing): HTMLElement {
  const id = `section-${section.section_id}`;
  const groups = groupsOf(section).map(({ label, claims }): Child => {
    const items = claims.map((claim) => claimElement(claim, citing));
    return [label === undefined ? undefined : el('h3', {}, label), el(isNumbered(section) ? 'ol' : 'ul', {}, items)];
  });
  const name = section.section_id.replaceAll('_', '-');
  return el('section', { class: name, 'aria-labelledby': id }, el('h2', { id, tabindex: '-1' }, section.title), groups);
}

function claimElement({ statement, basis, date, fit, citations }: Claim, citing: Citing): HTMLElement {
  const dated = date === undefined ? undefined : el('time', { datetime: date }, formatDay(date));
  const inferred = basis === 'inferred' ? el('span', { class: 'inferred' }, ` ${INFERRED_LABEL}`) : undefined;
  const told = [dated, el('span', { dir: 'auto' }, statement), inferred, markers(citations, citing)];
  if (fit === undefined) return el('li', {}, told);
  const { requirement, strength, advice } = fit;
  const head = el(
    'p',
    { class: 'requirement' },
    el('strong', { dir: 'auto' }, requirement),
    ' ',
    el('span', { class: `strength ${strength}` }, STRENGTH_LABELS[strength]),
  );
  return el('li', {}, head, el('p', {}, told), advice === undefined ? undefined : el('p', { class: 'advice' }, advice));
}

/** A marker a source, in the order of citation. */
function markers(citations: readonly Citation[], { popover, sourceOf }: Citing): Child {
  return [...Map.groupBy(citations, ({ source_id }) => source_id)].map(([sourceId, quotes]): Child => {
    const source = sourceOf(sourceId);
    if (source === undefined) return undefined;
    const label = `Source ${sourceId}: ${sourceFacts(source).name}`;
    const marker = el(
      'button',
      { type: 'button', class: 'cite', 'aria-label': label, 'aria-expanded': 'false' },
      sourceId,
    );
    popover.attach(marker, { source, quotes });
    // A no-break space keeps a marker on the line of the last word.
    return ['\u00a0', marker];
  });
}
