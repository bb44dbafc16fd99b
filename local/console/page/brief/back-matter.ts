import type { Brief, Gap, Source } from '../../../../contracts/index.ts';
import { sentenceCase } from '../../../../services/brief/render/brief-parts.ts';
import { TITLES } from '../../../../services/brief/render/labels.ts';
import type { References } from '../../../../services/brief/render/references.ts';
import { sourceFacts } from '../../../../services/brief/render/source-facts.ts';
import { usageFacts } from '../../../../services/brief/render/usage-facts.ts';
import type { Child } from '../element.ts';
import { el } from '../element.ts';
import { webAnchor } from '../link.ts';

/** What could not be found out, each with what to do about it; nothing without gaps. */
export function gapsElement(gaps: readonly Gap[]): HTMLElement | undefined {
  if (gaps.length === 0) return undefined;
  const items = gaps.map(({ sought, where, reason, remedy }) =>
    el(
      'li',
      {},
      el(
        'p',
        {},
        el('strong', { dir: 'auto' }, sentenceCase(sought)),
        ' ',
        el('span', { class: 'soft small-text', dir: 'auto' }, where),
      ),
      el('p', { dir: 'auto' }, reason),
      remedy ? el('p', { class: 'advice' }, remedy) : undefined,
    ),
  );
  return part('gaps', TITLES.gaps, el('ul', {}, items));
}

/** The sources with the quotes that claims stand on, each of them folded away. */
export function sourcesElement(sources: readonly Source[], references: References): HTMLElement {
  const items = sources.map((source) => {
    const { name, place, dates, warnings } = sourceFacts(source);
    const quotes = references.of(source.source_id);
    const where = source.kind === 'page' ? webAnchor(place, {}, place) : place;
    return el(
      'li',
      {},
      el('h3', {}, el('span', { class: 'source-id' }, source.source_id), ' ', el('span', { dir: 'auto' }, name)),
      el('p', { class: 'soft small-text' }, where, ' · ', dates),
      warnings.map((text) => el('p', { class: 'warning' }, text)),
      quotes.length === 0
        ? undefined
        : el(
            'details',
            {},
            el('summary', {}, `Quotes (${quotes.length})`),
            el(
              'ul',
              { class: 'quotes' },
              quotes.map(({ quote }) => el('li', {}, el('q', { dir: 'auto' }, quote))),
            ),
          ),
    );
  });
  return part('sources', TITLES.sources, el('ul', {}, items));
}

/** What the run read and sent, which parts made the brief, what it cost. */
export function usageElement(brief: Brief): HTMLElement {
  return part(
    'usage',
    TITLES.usage,
    el(
      'ul',
      {},
      usageFacts(brief).map((fact) => el('li', {}, fact)),
    ),
  );
}

function part(id: string, title: string, ...content: readonly Child[]): HTMLElement {
  const heading = `section-${id}`;
  return el(
    'section',
    { class: id, 'aria-labelledby': heading },
    el('h2', { id: heading, tabindex: '-1' }, title),
    content,
  );
}
