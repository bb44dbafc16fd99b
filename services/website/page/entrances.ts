import { classesOf } from './element-style.ts';
import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag } from './page-tree.ts';

/** Attributes by which page builders and animation libraries mark what moves into view: Webflow, AOS, Framer, ScrollReveal, Sal, WOW, GSAP. */
export const ENTRANCE_ATTRIBUTES = [
  'data-w-id',
  'data-aos',
  'data-animate',
  'data-animation',
  'data-anim',
  'data-sr-id',
  'data-sal',
  'data-scroll',
  'data-reveal',
  'data-wow-delay',
  'data-gsap',
] as const;

/** Class names of the same: `fade-in-up`, `wow`, `aos-init`, `animate__animated`, `elementor-invisible`. */
const ENTRANCE_CLASS =
  /^(?:aos(?:-.*)?|wow|sal|(?:js-|scroll-|gsap-|is-)?(?:reveal|animate|appear|fade-?(?:in|up)|slide-?(?:in|up))(?:[-_].*)?|animated|animation|fadeIn\w*|slideIn\w*|elementor-invisible|et-waypoint|motion-.+|in-?view(?:port)?|framer-.+)$/i;

/** Pictures and main headings that are transparent at first from which on a page fades its parts in: nobody hides those for good. */
const MIN_FADED = 2;

/** Just this in a `style` attribute is how scripts leave an element that they are about to fade in. */
const FADED_STYLE = /^\s*opacity:\s*0(?:\.0+)?\s*;?\s*$/;

/** Whether an element that is transparent or invisible at first is shown as the visitor comes to it. */
export type IsEntering = (element: ElementNode) => boolean;

/**
 * Finds what scripts bring into view on a visitor's way down a page: it is marked as such, or the page starts its pictures and its main heading as
 * transparent as it.
 */
export function findEntrances(tree: PageTree): IsEntering {
  const faded = elementsByTag(tree, 'img', 'video', 'h1').filter(isFaded).length;
  return (element) => isMarked(element) || (faded >= MIN_FADED && isFaded(element));
}

function isMarked(element: ElementNode): boolean {
  const { attributes } = element;
  return (
    ENTRANCE_ATTRIBUTES.some((name) => attributes[name] !== undefined) ||
    classesOf(element).some((name) => ENTRANCE_CLASS.test(name))
  );
}

function isFaded({ attributes }: ElementNode): boolean {
  return FADED_STYLE.test(attributes.style ?? '');
}
