import type { Brief, Section } from '../../../../contracts/index.ts';
import { partsOf, subtitleOf } from '../../../../services/brief/render/brief-parts.ts';
import { TITLES } from '../../../../services/brief/render/labels.ts';
import { numberReferences } from '../../../../services/brief/render/references.ts';
import { el } from '../element.ts';
import { gapsElement, sourcesElement, usageElement } from './back-matter.ts';
import { CitationPopover } from './citation-popover.ts';
import type { Citing } from './section-element.ts';
import { sectionElement } from './section-element.ts';

/** A brief as it is read on the page. Every text of it is text here, whatever it looks like. */
export function briefElement(brief: Brief, signal: AbortSignal): HTMLElement {
  const references = numberReferences(brief);
  const popover = new CitationPopover(signal);
  const citing: Citing = { popover, sourceOf: (id) => brief.sources.find(({ source_id }) => source_id === id) };
  const { firstPage, further } = partsOf(brief);
  const sections = (all: readonly Section[]) => all.map((section) => sectionElement(section, citing));
  return el(
    'article',
    { class: 'brief', 'aria-label': `Interview brief for ${brief.company_name}` },
    // The first fact is the site, which stands above already.
    el('p', { class: 'subtitle' }, subtitleOf(brief).slice(1).join(' · ')),
    brief.degraded
      ? el(
          'p',
          { class: 'warning' },
          'Some of what was asked for could not be read: see ',
          leadTo('gaps', TITLES.gaps),
          '.',
        )
      : undefined,
    el('div', { class: 'columns' }, sections(firstPage)),
    contents(further, brief),
    sections(further),
    gapsElement(brief.gaps),
    sourcesElement(brief.sources, references),
    usageElement(brief),
    popover.element,
  );
}

/** Leads to sections further down. The fragment of the address names the view, so these are no links. */
function contents(further: readonly Section[], { gaps }: Brief): HTMLElement {
  const all = [
    ...further.map(({ section_id, title }) => [section_id, title] as const),
    ...(gaps.length > 0 ? [['gaps', TITLES.gaps] as const] : []),
    ['sources', TITLES.sources] as const,
  ];
  return el(
    'nav',
    { class: 'contents', 'aria-label': 'Sections of the brief' },
    el(
      'ul',
      {},
      all.map(([id, title]) => el('li', {}, leadTo(id, title))),
    ),
  );
}

function leadTo(id: string, title: string): HTMLButtonElement {
  const lead = el('button', { type: 'button', class: 'link' }, title);
  lead.addEventListener('click', () => {
    const heading = document.getElementById(`section-${id}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  });
  return lead;
}
