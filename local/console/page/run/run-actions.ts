import type { PipelineStatusResponse } from '../../../../contracts/index.ts';
import { announce } from '../announce.ts';
import type { App } from '../app.ts';
import { ask } from '../ask.ts';
import { button, whileBusy } from '../button.ts';
import { el, fill } from '../element.ts';
import { goTo } from '../navigate.ts';
import { prefill } from '../new-run/prefill.ts';
import { messageOf } from '../notice.ts';
import { saveBrief } from './save-brief.ts';

/** What actions tell whoever shows the run. */
export interface RunEvents {
  /** The run was changed by an action. */
  readonly changed: (run: PipelineStatusResponse) => void;
  readonly failed: (message: string) => void;
}

/** What can be done with a run now. */
export class RunActions {
  readonly element = el('div', { class: 'actions', role: 'group', 'aria-label': 'What can be done with this run' });
  readonly #app: App;
  readonly #events: RunEvents;
  #told = '';

  constructor(app: App, events: RunEvents) {
    this.#app = app;
    this.#events = events;
  }

  /** Offers what the run allows. */
  show(run: PipelineStatusResponse): void {
    const told = JSON.stringify([run.execution_id, run.links]);
    if (told === this.#told) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.#told = told;
    fill(this.element, this.#buttons(run));
    if (hadFocus) this.element.querySelector('button')?.focus();
  }

  #buttons(run: PipelineStatusResponse): HTMLElement[] {
    const { links, execution_id, company_name } = run;
    const save = (label: string, type: string, ending: string) =>
      this.#button(`Download ${label}`, 'button', () =>
        saveBrief(this.#app, execution_id, { type, name: `${fileNameOf(company_name)}.${ending}` }),
      );
    return [
      ...(links.brief
        ? [
            save('Markdown', 'text/markdown', 'md'),
            save('HTML', 'text/html', 'html'),
            save('JSON', 'application/json', 'json'),
          ]
        : []),
      ...(links.stop ? [this.#button('Stop', 'button', () => this.#stop(run))] : []),
      ...(links.retry
        ? [
            this.#button('Try again', 'button primary', () => this.#retry(run)),
            this.#button('Change and start anew', 'button', async () => this.#anew(run)),
          ]
        : []),
      this.#button('Delete', 'button', () => this.#forget(run)),
    ];
  }

  #button(label: string, kind: string, run: () => Promise<void>): HTMLButtonElement {
    const made = button(
      { class: kind },
      () => {
        void whileBusy(made, () => run().catch((error: unknown) => this.#events.failed(messageOf(error))));
      },
      label,
    );
    return made;
  }

  async #stop({ execution_id }: PipelineStatusResponse): Promise<void> {
    this.#events.changed(await this.#app.client.stop(execution_id));
    announce('The run was stopped.');
  }

  async #retry({ execution_id }: PipelineStatusResponse): Promise<void> {
    const started = await this.#app.client.retry(execution_id);
    announce('The run is tried again.');
    goTo({ view: 'run', execution_id: started.execution_id });
  }

  #anew({ company_name, company_url }: PipelineStatusResponse): void {
    prefill({ company_name, company_url });
    goTo({ view: 'new' });
  }

  async #forget(run: PipelineStatusResponse): Promise<void> {
    if (!(await askToForget(run.company_name))) return;
    await this.#app.client.forget(run.execution_id);
    goTo({ view: 'runs' });
    announce('The run was deleted.');
  }
}

/** Asks whether a run is to be forgotten. */
export function askToForget(company: string): Promise<boolean> {
  return ask({
    title: `Delete the run for ${company}?`,
    text: [
      el(
        'p',
        {},
        'The brief, everything that was read and the documents that you gave are removed. This cannot be undone.',
      ),
    ],
    yes: 'Delete',
    grave: true,
  });
}

/** "interview-brief-acme-widgets": letters and digits alone, because every system takes those. */
function fileNameOf(company: string): string {
  const words =
    company
      .normalize('NFKD')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return ['interview-brief', ...words].join('-').slice(0, 80);
}
