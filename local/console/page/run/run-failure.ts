import type { PipelineStatusResponse } from '../../../../contracts/index.ts';
import { errorNameOf, reasonOf, remedyFor } from '../../model/remedies.ts';
import { el, fill } from '../element.ts';

/** How a run ended that has no brief: where, why, and what can be done. */
export class RunFailure {
  readonly element = el('div');

  /** Shows why a run has no brief; nothing for one that may still have one. */
  show({ status, failure }: Pick<PipelineStatusResponse, 'status' | 'failure'>): void {
    if (status === 'QUEUED' || status === 'RUNNING' || status === 'SUCCEEDED') fill(this.element);
    else if (failure) fill(this.element, failed(failure));
    else fill(this.element, el('p', { class: 'notice plain' }, ENDED[status]));
  }
}

const ENDED = {
  FAILED: 'The run failed and could not say why. Try it again.',
  TIMED_OUT: 'The run took longer than it may and was ended. Try it again: finished steps are not repeated.',
  ABORTED: 'The run was stopped. Try it again: finished steps are not repeated.',
} as const;

function failed(failure: NonNullable<PipelineStatusResponse['failure']>): HTMLElement {
  const { state, error, remedy } = failure;
  const ours = remedyFor(error);
  const rows: readonly (readonly [string, string | HTMLElement])[] = [
    ['State', el('code', {}, state)],
    ['Error', el('code', {}, errorNameOf(error))],
    ['What to do', ours ?? remedy],
    ...(ours === undefined ? [] : [['On the command line', remedy] as const]),
  ];
  return el(
    'section',
    { class: 'notice grave failure', 'aria-labelledby': 'failure-title' },
    el('h2', { id: 'failure-title' }, 'The run ended without a brief'),
    el('p', { class: 'reason', dir: 'auto' }, reasonOf(failure)),
    el(
      'dl',
      {},
      rows.map(([term, told]) => [el('dt', {}, term), el('dd', {}, told)]),
    ),
  );
}
