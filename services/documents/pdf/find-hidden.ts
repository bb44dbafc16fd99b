import { MAX_INVISIBLE_CHANNEL_DIFFERENCE, MIN_VISIBLE_POINTS } from '../limits.ts';
import { contains } from './geometry.ts';
import type { Color } from './graphics-state.ts';
import { WHITE } from './graphics-state.ts';
import type { InkedRun } from './run-builder.ts';
import type { HiddenReason, Ink, Paint, TextRun } from './text-run.ts';

/** Render mode in which nothing is drawn (ISO 32000-2, table 104); 7 only clips. */
const INVISIBLE_MODE = 3;

/**
 * Finds the runs of a page that a reader would not see and writes the reason into them. Invisible text over an image counts as seen where it is most of the
 * page's text: that is how a scan carries the text that was recognized in it. Beside more text that is drawn, it is something that nobody sees.
 */
export function findHidden(runs: readonly InkedRun[], paints: readonly Paint[]): readonly TextRun[] {
  const images = isScan(runs) ? paints.filter(({ is_image }) => is_image) : [];
  return runs.map(({ run, ink }) => {
    run.hidden = reasonOf(run, ink, paints, images);
    return run;
  });
}

function isScan(runs: readonly InkedRun[]): boolean {
  let [invisible, drawn] = [0, 0];
  for (const { run, ink } of runs)
    if (isInvisible(ink)) invisible += run.text.length;
    else drawn += run.text.length;
  return invisible > drawn;
}

function isInvisible({ render_mode }: Ink): boolean {
  return (render_mode & INVISIBLE_MODE) === INVISIBLE_MODE;
}

function reasonOf(run: TextRun, ink: Ink, paints: readonly Paint[], images: readonly Paint[]): HiddenReason | null {
  if (!ink.layer_visible) return 'on a layer that is switched off';
  if (!contains(ink.clip, ink.x, ink.y)) return 'outside the page';
  if (run.size < MIN_VISIBLE_POINTS) return 'smaller than 1 pt';
  if (isInvisible(ink)) {
    return images.some(({ box }) => contains(box, ink.x, ink.y)) ? null : 'invisible text (render mode 3)';
  }
  if (ink.alpha === 0) return 'transparent ink';
  return reasonOfPaint(run, ink, paints);
}

function reasonOfPaint(run: TextRun, ink: Ink, paints: readonly Paint[]): HiddenReason | null {
  const here = paints.filter(({ box }) => contains(box, ink.x, ink.y));
  if (here.some(({ order, opaque, fills_box }) => order > run.order && opaque && fills_box))
    return 'under a filled area';
  const ground = here.findLast(({ order }) => order < run.order);
  if (ground !== undefined && !ground.fills_box) return null;
  const color = ground === undefined ? WHITE : ground.color;
  return ink.colors.every((drawn) => looksLike(drawn, color)) ? 'ink in the color of the ground' : null;
}

function looksLike(one: Color, other: Color): boolean {
  if (one === null || other === null) return false;
  return one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= MAX_INVISIBLE_CHANNEL_DIFFERENCE);
}
