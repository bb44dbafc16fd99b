import type { Place } from '../model/place.ts';
import { placeOf } from '../model/place.ts';
import type { App, MakeView } from './app.ts';
import { byId, el, fill, setAttributes } from './element.ts';
import { setTitle } from './navigate.ts';
import { newRunView } from './new-run/new-run-view.ts';
import { runView } from './run/run-view.ts';
import { runsView } from './runs/runs-view.ts';

/** Shows the view that the address names, now and whenever it changes. */
export function showPlaces(app: App): void {
  let shown = new AbortController();
  const show = (isFirst: boolean): void => {
    shown.abort();
    shown = new AbortController();
    const place = placeOf(location.hash);
    const { title, element } = viewOf(place)(app, shown.signal);
    fill(byId('main'), el('h1', { id: 'title', tabindex: '-1' }, title), element);
    setTitle(title);
    markCurrent(place);
    // Whoever follows a link with the keyboard or hears the page is led to what is new; a page that was just opened begins at its top.
    if (!isFirst) byId('title').focus();
  };
  addEventListener('hashchange', () => show(false));
  // Without this the fragment of the link would be taken for a view.
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault();
    byId('main').focus();
  });
  show(true);
}

function viewOf(place: Place): MakeView {
  if (place.view === 'run') return runView(place.execution_id);
  return place.view === 'runs' ? runsView(place.status) : newRunView;
}

function markCurrent({ view }: Place): void {
  for (const link of byId('places').querySelectorAll('a')) {
    const isCurrent = placeOf(link.hash).view === view;
    setAttributes(link, { 'aria-current': isCurrent ? 'page' : undefined });
  }
}
