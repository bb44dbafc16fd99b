/** A view of the console, as the fragment of the address names it. */
export type Place =
  | { readonly view: 'new' }
  | { readonly view: 'runs'; readonly status?: string }
  | { readonly view: 'run'; readonly execution_id: string };

const EXECUTION_ID = /^[0-9A-Za-z_-]{1,80}$/;

/** The view that a fragment names; a new run for every other. The fragment never travels to a server. */
export function placeOf(fragment: string): Place {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const [view, id = ''] = path.split('/');
  if (view === 'runs' && id === '') {
    const status = new URLSearchParams(query).get('status');
    return status ? { view: 'runs', status } : { view: 'runs' };
  }
  return view === 'runs' && EXECUTION_ID.test(id) ? { view: 'run', execution_id: id } : { view: 'new' };
}

/** The fragment of a view. */
export function fragmentOf(place: Place): string {
  if (place.view === 'new') return '#/';
  if (place.view === 'run') return `#/runs/${place.execution_id}`;
  return place.status === undefined ? '#/runs' : `#/runs?status=${encodeURIComponent(place.status)}`;
}

/** The token that a fragment carries, such as `#token=…`: what the server prints for a browser to open. */
export function tokenIn(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('token') ?? undefined;
}
