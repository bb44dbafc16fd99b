import type { ElementNode, PageTree } from './page-tree.ts';
import { elementsByTag, textWithin } from './page-tree.ts';
import type { StyleRule } from './style-sheet.ts';
import { parseStyleSheet } from './style-sheet.ts';
import type { Declarations } from './style-values.ts';
import { parseDeclarations } from './style-values.ts';

/** Values that apply to an element itself, by property; what it inherits is not in it. */
export type ElementStyle = Readonly<Record<string, string | undefined>>;

/** The style of an element of which nothing is said; most are, and are decided at once. */
export const NO_STYLE: ElementStyle = {};

/** Gives the style of elements. */
export type StyleOf = (element: ElementNode) => ElementStyle;

/** Compound selectors tried per class or tag, and classes per element: a bound on the work per element, far above what real pages have. */
const MAX_RULES_PER_KEY = 100;
const MAX_CLASSES = 40;
/** Styles remembered by tag, id, classes and style attribute. */
const MAX_REMEMBERED_STYLES = 20_000;

const INLINE_PRIORITY = 1000;
const IMPORTANT_PRIORITY = 100_000;

/** Reads the embedded style sheets of a page once and gives a function for its elements' styles. Linked style sheets are not read. */
export function stylesOf(tree: PageTree): StyleOf {
  const index = indexRules(
    elementsByTag(tree, 'style')
      .filter(appliesToScreen)
      .flatMap((style) => parseStyleSheet(textWithin(tree, style))),
  );
  const remembered = new Map<string, ElementStyle>();
  return (element) => {
    if (index.size === 0 && element.attributes.style === undefined) return NO_STYLE;
    const { class: classes = '', id = '', style = '' } = element.attributes;
    const key = `${element.tag}\n${id}\n${classes}\n${style}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const computed = computeStyle(element, index, parseDeclarations(style));
    if (remembered.size < MAX_REMEMBERED_STYLES) remembered.set(key, computed);
    return computed;
  };
}

/** The classes of an element, at most forty. */
export function classesOf(element: ElementNode): string[] {
  const classes = element.attributes.class;
  return classes === undefined ? [] : classes.split(/\s+/, MAX_CLASSES).filter(Boolean);
}

function appliesToScreen(style: ElementNode): boolean {
  const media = style.attributes.media ?? 'all';
  return media === '' || /\b(?:all|screen)\b/i.test(media);
}

function indexRules(rules: readonly StyleRule[]): ReadonlyMap<string, readonly StyleRule[]> {
  const index = new Map<string, StyleRule[]>();
  for (const rule of rules) {
    const key = keyOf(rule);
    const same = index.get(key) ?? [];
    // Of too many rules the last ones win, as they do in the cascade.
    if (same.length >= MAX_RULES_PER_KEY) same.shift();
    same.push(rule);
    index.set(key, same);
  }
  return index;
}

function keyOf(rule: StyleRule): string {
  if (rule.id !== undefined) return `#${rule.id}`;
  return rule.classes[0] === undefined ? `${rule.tag}` : `.${rule.classes[0]}`;
}

function computeStyle(
  element: ElementNode,
  index: ReadonlyMap<string, readonly StyleRule[]>,
  inline: Declarations,
): ElementStyle {
  const values: Record<string, string> = {};
  const priorities: Record<string, number> = {};
  const apply = (declarations: Declarations, specificity: number): void => {
    for (const [property, { value, important }] of Object.entries(declarations)) {
      const priority = specificity + (important ? IMPORTANT_PRIORITY : 0);
      if (priority < (priorities[property] ?? 0)) continue;
      values[property] = value;
      priorities[property] = priority;
    }
  };
  for (const rule of matchingRules(element, index)) apply(rule.declarations, rule.specificity);
  apply(inline, INLINE_PRIORITY);
  return Object.keys(values).length === 0 ? NO_STYLE : values;
}

function matchingRules(element: ElementNode, index: ReadonlyMap<string, readonly StyleRule[]>): StyleRule[] {
  if (index.size === 0) return [];
  const classes = classesOf(element);
  const own = new Set(classes);
  const keys = [element.tag, ...[...own].map((name) => `.${name}`), `#${element.attributes.id ?? ''}`];
  return keys.flatMap((key) => (index.get(key) ?? []).filter((rule) => matches(rule, element, own)));
}

function matches(rule: StyleRule, element: ElementNode, classes: ReadonlySet<string>): boolean {
  if (rule.tag !== undefined && rule.tag !== element.tag) return false;
  if (rule.id !== undefined && rule.id !== element.attributes.id) return false;
  return rule.classes.every((name) => classes.has(name));
}
