import type { Box } from './geometry.ts';
import type { Color } from './graphics-state.ts';

/** Why text of a PDF cannot be seen, as the warning beside the source words it. */
export type HiddenReason =
  | 'invisible text (render mode 3)'
  | 'ink in the color of the ground'
  | 'transparent ink'
  | 'smaller than 1 pt'
  | 'outside the page'
  | 'under a filled area'
  | 'on a layer that is switched off';

/**
 * Letters that stand close together on one baseline, drawn alike. `u` runs along the writing direction, `v` up from it, both in points;
 * for level text they are x and y.
 */
export interface TextRun {
  /** In the order of `u`, which for right-to-left scripts is the reverse of the reading order. */
  text: string;
  /** Writing direction in whole degrees, counterclockwise from level. */
  readonly angle: number;
  u0: number;
  u1: number;
  readonly v: number;
  /** Height of the type in points. */
  readonly size: number;
  readonly bold: boolean;
  /** Whether an annotation draws it, such as a field of a form: these are drawn behind all else, wherever they stand. */
  readonly in_annotation: boolean;
  /** Rank in the order in which the page draws. */
  readonly order: number;
  hidden: HiddenReason | null;
}

/** How a run was drawn; what decides whether it can be seen. */
export interface Ink {
  /** Colors of fill and outline, whichever are drawn. */
  readonly colors: readonly Color[];
  readonly alpha: number;
  readonly render_mode: number;
  readonly layer_visible: boolean;
  /** Middle of the run on the page. */
  readonly x: number;
  readonly y: number;
  readonly clip: Box;
}

/** An area that the page fills: ground for what is drawn later, cover for what was drawn before. */
export interface Paint {
  readonly box: Box;
  /** null when we do not know its color: images, shadings, patterns. */
  readonly color: Color;
  readonly is_image: boolean;
  /** Whether the area is the whole box, and not some other shape within it. */
  readonly fills_box: boolean;
  /** Whether nothing shines through. */
  readonly opaque: boolean;
  readonly order: number;
}
