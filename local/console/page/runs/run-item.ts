import type { PipelineSummary } from '../../../../contracts/index.ts';
import { ago, moment } from '../../model/format.ts';
import type { App } from '../app.ts';
import { button, whileBusy } from '../button.ts';
import { el } from '../element.ts';
import { placeAnchor } from '../link.ts';
import { messageOf } from '../notice.ts';
import { askToForget } from '../run/run-actions.ts';
import { statusChip } from '../run/run-head.ts';

/** What an entry of the list tells the list. */
export interface RunItemEvents {
  readonly deleted: () => void;
  readonly failed: (message: string) => void;
}

/** A run in the list, with the way to it and the way to be rid of it. */
export function runItem(app: App, run: PipelineSummary, events: RunItemEvents): HTMLElement {
  const { execution_id, company_name, company_url, status, degraded, attempt, created_at } = run;
  const time = el('time', { datetime: created_at, title: moment(created_at) }, ago(created_at, new Date()));
  const facts = [
    company_url.replace(/^https?:\/\//, '').replace(/\/$/, ''),
    ...(attempt > 1 ? [`attempt ${attempt}`] : []),
    ...(degraded ? ['with gaps'] : []),
  ];
  const remove = button(
    { class: 'quiet', 'aria-label': `Delete the run for ${company_name}` },
    () => {
      void whileBusy(remove, () =>
        forget(app, run).then(
          (gone) => (gone ? events.deleted() : undefined),
          (error: unknown) => events.failed(messageOf(error)),
        ),
      );
    },
    'Delete',
  );
  return el(
    'li',
    {},
    el(
      'div',
      { class: 'run-item' },
      placeAnchor({ view: 'run', execution_id }, { class: 'run-name', dir: 'auto' }, company_name),
      el('p', { class: 'soft small-text' }, facts.join(' · '), ' · ', time),
    ),
    statusChip(status),
    remove,
  );
}

async function forget({ client }: App, { company_name, execution_id }: PipelineSummary): Promise<boolean> {
  if (!(await askToForget(company_name))) return false;
  await client.forget(execution_id);
  return true;
}
