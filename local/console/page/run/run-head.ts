import type { PipelineStatusResponse } from '../../../../contracts/index.ts';
import { costOfRun } from '../../../../services/brief/render/usage-facts.ts';
import { moment, timeTaken } from '../../model/format.ts';
import { hasEnded } from '../../model/run-state.ts';
import { RUN_WORDS, usedUp } from '../../model/run-words.ts';
import { el, fill } from '../element.ts';
import { webAnchor } from '../link.ts';

/** Where a run stands, whose site it reads, when it was started, how long it took and what it cost. */
export class RunHead {
  readonly element = el('p', { class: 'facts' });

  /** Shows a run. */
  show(run: PipelineStatusResponse): void {
    const { status, company_url, created_at, updated_at, attempt, usage } = run;
    const took = hasEnded(run)
      ? timeTaken({ started_at: startedAt(run), ended_at: updated_at }, new Date())
      : undefined;
    const facts = [
      webAnchor(company_url, {}, hostOf(company_url)),
      `started ${moment(created_at)}`,
      ...(took ? [`took ${took}`] : []),
      ...(attempt > 1 ? [`attempt ${attempt}`] : []),
      ...usedUp(usage),
      ...(hasEnded(run) || usage.estimated_cost_usd > 0 ? [costOfRun(usage)] : []),
    ];
    fill(
      this.element,
      statusChip(status),
      ' ',
      facts.flatMap((fact, place) => (place === 0 ? [fact] : [' · ', fact])),
    );
  }
}

/** Where a run stands, as a mark with words. */
export function statusChip(status: PipelineStatusResponse['status']): HTMLElement {
  return el('span', { class: `chip run-${status.toLowerCase()}` }, RUN_WORDS[status]);
}

/** Of the attempt, where its states tell it. */
function startedAt({ states, created_at }: PipelineStatusResponse): string {
  return states.map(({ started_at }) => started_at).sort()[0] ?? created_at;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
