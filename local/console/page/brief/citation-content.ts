import type { Citation, Source } from '../../../../contracts/index.ts';
import { sourceFacts } from '../../../../services/brief/render/source-facts.ts';
import { webLink } from '../../../../services/brief/render/web-link.ts';
import type { Child } from '../element.ts';
import { el } from '../element.ts';
import { webAnchor } from '../link.ts';

/** What a marker leads to. */
export interface Cited {
  readonly source: Source;
  readonly quotes: readonly Citation[];
}

/** The quotes where they stand in their source, and the way to it. */
export function citationContent({ source, quotes }: Cited): Child {
  const { name, place, dates, warnings } = sourceFacts(source);
  const link =
    source.kind === 'page' && webLink(place) !== undefined
      ? webAnchor(place, { class: 'source-link' }, `Open the page: ${shownPlace(place)}`)
      : el('span', { class: 'soft' }, place);
  return [
    el(
      'p',
      { class: 'popover-title' },
      el('span', { class: 'source-id' }, source.source_id),
      ' ',
      el('span', { dir: 'auto' }, name),
    ),
    quotes.map(quoteElement),
    warnings.map((text) => el('p', { class: 'warning' }, text)),
    el('p', { class: 'small-text' }, link),
    el('p', { class: 'soft small-text' }, dates),
  ];
}

function quoteElement({ quote, context }: Citation): HTMLElement {
  const around = (text: string | undefined): HTMLElement | undefined =>
    text ? el('span', { class: 'around' }, text) : undefined;
  const { before, after } = context ?? {};
  return el(
    'blockquote',
    { dir: 'auto' },
    around(before && `… ${before}`),
    el('mark', {}, quote),
    around(after && `${after} …`),
  );
}

function shownPlace(address: string): string {
  return address.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
