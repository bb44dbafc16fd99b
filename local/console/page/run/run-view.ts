import type { PipelineStatusResponse } from '../../../../contracts/index.ts';
import { hasEnded } from '../../model/run-state.ts';
import { RUN_WORDS } from '../../model/run-words.ts';
import { announce } from '../announce.ts';
import { ApiError } from '../api/api-error.ts';
import { watchRun } from '../api/watch-run.ts';
import type { App, MakeView, View } from '../app.ts';
import { briefElement } from '../brief/brief-element.ts';
import { el, fill } from '../element.ts';
import { setTitle } from '../navigate.ts';
import { messageOf, Notice } from '../notice.ts';
import { RunActions } from './run-actions.ts';
import { RunFailure } from './run-failure.ts';
import { RunHead } from './run-head.ts';
import { RunProgress } from './run-progress.ts';
import { RunSources } from './run-sources.ts';

/** The status of an answer about a run that is not there, or not the reader's. */
const NOT_FOUND = 404;

/** What the API says of it is for whoever calls the API. */
const NO_SUCH_RUN =
  'There is no such run: it was deleted, it has expired, or its address is not whole. “Runs” lists those that there are.';

/** The view of one run: while it works, and what came of it. */
export function runView(executionId: string): MakeView {
  return (app, signal) => new RunView(app, executionId, signal);
}

class RunView implements View {
  readonly title = 'Run';
  readonly element: HTMLElement;
  readonly #app: App;
  readonly #signal: AbortSignal;
  readonly #notice = new Notice();
  readonly #head = new RunHead();
  readonly #failure = new RunFailure();
  readonly #actions: RunActions;
  readonly #progress: RunProgress;
  readonly #sources = new RunSources();
  readonly #brief = el('div', { class: 'brief-place' });
  readonly #work: HTMLDetailsElement;
  #status: PipelineStatusResponse['status'] | undefined;

  constructor(app: App, executionId: string, signal: AbortSignal) {
    this.#app = app;
    this.#signal = signal;
    this.#progress = new RunProgress(app.graph, signal);
    this.#actions = new RunActions(app, {
      changed: (run) => this.#show(run),
      failed: (message) => this.#notice.show(message),
    });
    const panes = el('div', { class: 'panes' }, this.#progress.element, this.#sources.element);
    this.#work = el('details', { class: 'work', open: true }, el('summary', {}, 'How it was made'), panes);
    this.element = el(
      'div',
      { class: 'run', 'data-run': executionId },
      this.#head.element,
      this.#actions.element,
      this.#notice.element,
      this.#failure.element,
      this.#brief,
      this.#work,
    );
    void this.#watch(executionId);
  }

  async #watch(executionId: string): Promise<void> {
    try {
      const watcher = {
        changed: (run: PipelineStatusResponse) => this.#show(run),
        trouble: (message: string | undefined) => this.#notice.show(message),
      };
      await watchRun(this.#app.client, executionId, watcher, this.#signal);
    } catch (error) {
      if (error instanceof ApiError && error.status === NOT_FOUND) this.#work.remove();
      this.#notice.show(error instanceof ApiError && error.status === NOT_FOUND ? NO_SUCH_RUN : messageOf(error));
    }
  }

  #show(run: PipelineStatusResponse): void {
    if (this.#signal.aborted) return;
    setTitle(`${RUN_WORDS[run.status]}: ${run.company_name}`, run.company_name);
    this.#head.show(run);
    this.#actions.show(run);
    this.#failure.show(run);
    this.#progress.show(run);
    this.#sources.show(run.sources, hasEnded(run));
    if (run.status === this.#status) return;
    const hasWatched = this.#status !== undefined;
    this.#status = run.status;
    if (hasWatched) announce(`${run.company_name}: ${RUN_WORDS[run.status].toLowerCase()}.`);
    if (run.status === 'SUCCEEDED') void this.#showBrief(run.execution_id);
  }

  async #showBrief(executionId: string): Promise<void> {
    this.#work.open = false;
    fill(this.#brief, el('p', { class: 'soft', role: 'status' }, 'Opening the brief …'));
    try {
      const brief = await this.#app.client.brief(executionId, this.#signal);
      fill(this.#brief, briefElement(brief, this.#signal));
      announce('The brief is there.');
    } catch (error) {
      if (this.#signal.aborted) return;
      fill(this.#brief);
      this.#notice.show(messageOf(error));
    }
  }
}
