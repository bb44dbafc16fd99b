import type { ReadSource } from '../../../../contracts/index.ts';
import { counted } from '../../model/format.ts';
import { el } from '../element.ts';
import { KeyedList } from '../keyed-list.ts';
import { webAnchor } from '../link.ts';

/** What a run has read so far. */
export class RunSources {
  readonly element: HTMLElement;
  readonly #count = el('span', { class: 'soft' });
  readonly #empty = el('p', { class: 'soft' }, 'Nothing yet.');
  readonly #list: KeyedList<ReadSource>;

  constructor() {
    const list = el('ol', { class: 'read' });
    this.#list = new KeyedList(list, keyOf, itemOf);
    this.element = el(
      'section',
      { 'aria-labelledby': 'read-title' },
      el('div', { class: 'section-head' }, el('h2', { id: 'read-title' }, 'What is read'), this.#count),
      this.#empty,
      list,
    );
  }

  /** Shows the sources of a run. */
  show(sources: readonly ReadSource[], isOver: boolean): void {
    const words = sources.reduce((sum, source) => sum + source.words, 0);
    this.#count.textContent =
      sources.length === 0 ? '' : `${counted(sources.length, 'source')}, ${counted(words, 'word')}`;
    this.#empty.hidden = sources.length > 0;
    this.#empty.textContent = isOver ? 'Nothing was read.' : 'Nothing yet.';
    this.#list.show(sources);
  }
}

/** A page and its place in the ranking are the same source. */
function keyOf({ kind, url, file_name, title }: ReadSource): string {
  return `${kind} ${url ?? file_name ?? title}`;
}

function itemOf(source: ReadSource): HTMLElement {
  const { source_id, kind, title, url, file_name, words, hidden_characters, warnings } = source;
  const place = url ?? file_name ?? '';
  const name = title.trim() || place || 'Without a title';
  const link = url === undefined ? el('span', { dir: 'auto' }, name) : webAnchor(url, { dir: 'auto' }, name);
  const mark = el('span', { class: 'source-id' }, source_id ?? (kind === 'page' ? 'page' : 'file'));
  const hidden =
    hidden_characters === 0
      ? []
      : [`${counted(hidden_characters, 'character')} that a reader would not see were left out.`];
  return el(
    'li',
    {},
    mark,
    el(
      'div',
      {},
      el('p', { class: 'source-title' }, link),
      el(
        'p',
        { class: 'soft small-text', dir: 'auto' },
        shownPlace(place),
        ' · ',
        el('span', { class: 'number' }, counted(words, 'word')),
      ),
      [...hidden, ...warnings].map((text) => el('p', { class: 'warning' }, text)),
    ),
  );
}

function shownPlace(place: string): string {
  return place.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
