import type { Place } from '../model/place.ts';
import { fragmentOf } from '../model/place.ts';

/** What the title of every view ends with. */
const PRODUCT = 'Interview briefs';

/** Names what is shown, in the heading and in the title of the tab. */
export function setTitle(title: string, heading: string = title): void {
  document.title = `${title} · ${PRODUCT}`;
  const element = document.getElementById('title');
  if (element && element.textContent !== heading) element.textContent = heading;
}

/** Leads to another view. */
export function goTo(place: Place): void {
  location.hash = fragmentOf(place);
}
