import type { Declarations } from './style-values.ts';
import { parseDeclarations } from './style-values.ts';

/** A rule with one simple or compound selector: `p`, `.note`, `#top`, `div.note.small`. */
export interface StyleRule {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  /** 100 for an id, 10 a class, 1 a tag. */
  readonly specificity: number;
  readonly declarations: Declarations;
}

/** Width of the window that media queries are decided for, in CSS pixels: a laptop's. */
const WINDOW_WIDTH_PX = 1280;

/** Of larger style sheets the rest is not read; the largest of measured pages have about a million characters. */
const MAX_CSS_CHARACTERS = 2_000_000;

/** Rules kept of one page, so that a hostile style sheet cannot take the memory. */
const MAX_RULES = 50_000;

/**
 * The rules of a style sheet that can hide text, for a laptop's screen. Selectors with combinators, pseudo-classes or attributes are left out: they
 * mostly describe a state (open, hovered) that a page does not start in.
 */
export function parseStyleSheet(css: string): StyleRule[] {
  const rules: StyleRule[] = [];
  const text = css.slice(0, MAX_CSS_CHARACTERS).replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ');
  // One entry per open brace: whether what stands inside applies.
  const groups: boolean[] = [];
  let start = 0;
  for (let match = nextMark(text, 0); match >= 0 && rules.length < MAX_RULES; match = nextMark(text, start)) {
    const prelude = text.slice(start, match).trim();
    start = match + 1;
    if (text[match] === '}') groups.pop();
    else if (text[match] === '{' && isGroup(prelude)) groups.push(applies(prelude));
    else if (text[match] === '{') {
      const close = endOfBody(text, start);
      if (groups.every(Boolean)) addRules(rules, prelude, text.slice(start, close));
      start = close + 1;
    }
  }
  return rules;
}

function nextMark(text: string, from: number): number {
  MARKS.lastIndex = from;
  return MARKS.exec(text)?.index ?? -1;
}

const MARKS = /[{};]/g;

function endOfBody(text: string, from: number): number {
  const close = text.indexOf('}', from);
  return close < 0 ? text.length : close;
}

function isGroup(prelude: string): boolean {
  return /^@(?:media|supports|layer|container|scope|(?:-\w+-)?keyframes|(?:-\w+-)?document)\b/i.test(prelude);
}

function applies(prelude: string): boolean {
  const query = prelude.toLowerCase();
  if (!query.startsWith('@media')) return /^@(?:supports(?! not)|layer)/.test(query);
  return query
    .slice('@media'.length)
    .split(',')
    .some((part) => mediaApplies(part));
}

function mediaApplies(query: string): boolean {
  if (/\b(?:print|speech|not)\b|prefers-|hover: *none|orientation: *portrait|[<>]/.test(query)) return false;
  return [...query.matchAll(/(min|max)-width: *([\d.]+)(px|em|rem)?/g)].every(([, side, number, unit]) => {
    const width = Number(number) * (unit === 'em' || unit === 'rem' ? 16 : 1);
    return side === 'min' ? width <= WINDOW_WIDTH_PX : width >= WINDOW_WIDTH_PX;
  });
}

function addRules(rules: StyleRule[], selectors: string, body: string): void {
  if (selectors.startsWith('@')) return;
  const declarations = parseDeclarations(body);
  if (Object.keys(declarations).length === 0) return;
  for (const selector of selectors.split(',')) {
    const rule = parseSelector(selector.trim(), declarations) ?? animationOf(selector, declarations);
    if (rule !== undefined) rules.push(rule);
  }
}

/** Longest selector, in characters, whose animation is looked at; those of real sheets have some dozens. */
const MAX_SELECTOR_CHARACTERS = 300;

/** A selector's last compound, where it stands in other elements or depends on their order; a state that only a visitor brings about is no entrance. */
const LAST_COMPOUND = /^.*?([\w.#-]+)(?::(?:not|nth|first|last|is|where)[^\s>+~]*)?$/;
const USER_STATE = /:(?:hover|focus|active|checked|target)/;

/** Of a rule for some places or states only that it animates counts: what starts invisible and is animated somewhere is about to be seen. */
function animationOf(selector: string, declarations: Declarations): StyleRule | undefined {
  const { animation = declarations['animation-name'] } = declarations;
  if (animation === undefined || animation.value === 'none' || selector.length > MAX_SELECTOR_CHARACTERS)
    return undefined;
  if (USER_STATE.test(selector)) return undefined;
  const compound = LAST_COMPOUND.exec(selector.trim())?.[1];
  return compound === undefined ? undefined : parseSelector(compound, { animation });
}

function parseSelector(selector: string, declarations: Declarations): StyleRule | undefined {
  const match = /^([a-z][a-z0-9-]*)?((?:[.#]-?[_a-z][\w-]*)*)$/i.exec(selector);
  if (match === null || selector === '') return undefined;
  const marks = match[2]?.match(/[.#][\w-]+/g) ?? [];
  const classes = marks.filter((mark) => mark.startsWith('.')).map((mark) => mark.slice(1));
  const id = marks.find((mark) => mark.startsWith('#'))?.slice(1);
  const tag = match[1]?.toLowerCase();
  const specificity = (id === undefined ? 0 : 100) + classes.length * 10 + (tag === undefined ? 0 : 1);
  return { ...(tag && { tag }), ...(id && { id }), classes, specificity, declarations };
}
