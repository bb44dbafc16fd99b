import { loadApp } from './app.ts';
import { byId, el, fill } from './element.ts';
import { showPlaces } from './show-places.ts';

try {
  showPlaces(await loadApp());
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  fill(byId('main'), el('p', { class: 'notice grave', role: 'alert' }, `The page could not be set up. ${reason}`));
  throw error;
}
