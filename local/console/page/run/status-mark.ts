import type { NodeStatus } from '../../model/run-state.ts';
import { svg } from '../element.ts';

/** What is drawn into the circle of each state, in a square of 16: shapes, because colors alone say nothing to many. */
const SHAPES: Readonly<Record<NodeStatus, string>> = {
  pending: '',
  running: 'M8 2a6 6 0 0 1 6 6',
  retrying: 'M12.5 5.5A5 5 0 1 0 13 9M13 3v3h-3',
  done: 'M4.5 8.2 7 10.7 11.6 5.6',
  failed: 'M5.4 5.4 10.6 10.6M10.6 5.4 5.4 10.6',
  stopped: 'M6 6h4v4H6Z',
  skipped: 'M5 8h6',
};

/** The mark of a state: a circle and what has become of it. */
export function statusMark(status: NodeStatus): SVGGElement {
  return svg(
    'g',
    { class: `mark is-${status}` },
    svg('circle', { cx: 8, cy: 8, r: status === 'running' ? 6 : 7 }),
    svg('path', { d: SHAPES[status] }),
  );
}

/** The mark as a picture of its own, for a line of text. */
export function statusPicture(status: NodeStatus): SVGSVGElement {
  return svg(
    'svg',
    { class: 'status-picture', width: 16, height: 16, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    statusMark(status),
  );
}
