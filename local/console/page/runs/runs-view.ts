import type { PipelineSummary, SessionStatus } from '../../../../contracts/index.ts';
import { fragmentOf } from '../../model/place.ts';
import { hasEnded } from '../../model/run-state.ts';
import { RUN_WORDS } from '../../model/run-words.ts';
import { announce } from '../announce.ts';
import type { App, MakeView, View } from '../app.ts';
import { button, whileBusy } from '../button.ts';
import { el } from '../element.ts';
import { KeyedList } from '../keyed-list.ts';
import { messageOf, Notice } from '../notice.ts';
import { delay, whileHidden } from '../timing.ts';
import { runItem } from './run-item.ts';

/** Runs a page of the list. */
const RUNS_PER_PAGE = '20';

/** Milliseconds after which the newest runs are looked at again while one of them is under way. */
const REFRESH_MS = 4_000;

/** The list of runs, of one status or of all. */
export function runsView(status?: string): MakeView {
  return (app, signal) => new RunsView(app, status ?? '', signal);
}

class RunsView implements View {
  readonly title = 'Runs';
  readonly element: HTMLElement;
  readonly #app: App;
  readonly #status: string;
  readonly #signal: AbortSignal;
  readonly #notice = new Notice();
  readonly #empty = el('p', { class: 'soft', hidden: true }, 'No runs here.');
  readonly #list: KeyedList<PipelineSummary>;
  readonly #more: HTMLButtonElement;
  #runs: readonly PipelineSummary[] = [];
  #cursor: string | undefined;

  constructor(app: App, status: string, signal: AbortSignal) {
    this.#app = app;
    this.#status = status;
    this.#signal = signal;
    const list = el('ul', { class: 'runs', 'aria-label': 'Runs, newest first' });
    this.#list = new KeyedList(
      list,
      ({ session_id }) => session_id,
      (run) => runItem(app, run, { deleted: () => this.#forget(run), failed: (message) => this.#notice.show(message) }),
    );
    this.#more = button(
      { class: 'button', hidden: true },
      () => void whileBusy(this.#more, () => this.#showMore()),
      'Show more',
    );
    this.element = el(
      'div',
      {},
      this.#filter(),
      this.#notice.element,
      this.#empty,
      list,
      el('p', { class: 'buttons' }, this.#more),
    );
    void this.#keepFresh();
  }

  #filter(): HTMLElement {
    const statuses = Object.entries(RUN_WORDS).map(([value, label]) =>
      el('option', { value, selected: value === this.#status }, label),
    );
    const select = el('select', { id: 'filter' }, el('option', { value: '' }, 'All'), statuses);
    select.addEventListener('change', () => {
      location.hash = fragmentOf(
        select.value === '' ? { view: 'runs' } : { view: 'runs', status: select.value as SessionStatus },
      );
    });
    return el('p', { class: 'field inline' }, el('label', { for: 'filter' }, 'Show'), select);
  }

  async #keepFresh(): Promise<void> {
    while (!this.#signal.aborted) {
      await whileHidden(this.#signal);
      await this.#refresh();
      if (this.#runs.every(hasEnded)) return;
      await delay(REFRESH_MS, this.#signal);
    }
  }

  /** Asks for the newest runs; those that were asked for further down stay. */
  async #refresh(): Promise<void> {
    await this.#reading(async () => {
      const { runs, cursor } = await this.#app.client.list(this.#query(), this.#signal);
      const isFirst = this.#runs.length === 0;
      const fresh = new Set(runs.map(({ session_id }) => session_id));
      this.#runs = [...runs, ...this.#runs.filter(({ session_id }) => !fresh.has(session_id))];
      if (isFirst) this.#cursor = cursor;
    });
  }

  async #showMore(): Promise<void> {
    await this.#reading(async () => {
      const { runs, cursor } = await this.#app.client.list(this.#query(this.#cursor), this.#signal);
      this.#runs = [...this.#runs, ...runs];
      this.#cursor = cursor;
      announce(`${this.#runs.length} runs are shown.`);
    });
  }

  async #reading(read: () => Promise<void>): Promise<void> {
    try {
      await read();
      this.#notice.show(undefined);
      this.#show();
    } catch (error) {
      if (!this.#signal.aborted) this.#notice.show(messageOf(error));
    }
  }

  #query(cursor?: string): Record<string, string> {
    return { limit: RUNS_PER_PAGE, ...(this.#status && { status: this.#status }), ...(cursor && { cursor }) };
  }

  #forget({ session_id }: PipelineSummary): void {
    this.#runs = this.#runs.filter((run) => run.session_id !== session_id);
    this.#show();
    document.getElementById('title')?.focus();
    announce('The run was deleted.');
  }

  #show(): void {
    this.#list.show(this.#runs);
    this.#empty.hidden = this.#runs.length > 0;
    this.#more.hidden = this.#cursor === undefined;
  }
}
