import { webLink } from '../../../services/brief/render/web-link.ts';
import type { Place } from '../model/place.ts';
import { fragmentOf } from '../model/place.ts';
import type { Attributes, Child } from './element.ts';
import { el } from './element.ts';

/** A link to a page of the web, which learns nothing of where the reader came from; plain text when the address is none of the web. */
export function webAnchor(address: string, attributes: Attributes, ...children: readonly Child[]): HTMLElement {
  const href = webLink(address);
  if (href === undefined) return el('span', attributes, ...children);
  const anchor = el('a', { ...attributes, target: '_blank', rel: 'noopener noreferrer' }, ...children);
  anchor.href = href;
  return anchor;
}

/** A link to a view of this page. */
export function placeAnchor(place: Place, attributes: Attributes, ...children: readonly Child[]): HTMLAnchorElement {
  const anchor = el('a', attributes, ...children);
  anchor.href = fragmentOf(place);
  return anchor;
}
