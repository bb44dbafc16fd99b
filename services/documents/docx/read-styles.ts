import { isOn, walkXml } from './walk-xml.ts';

/** What a style says about the text set in it. */
export interface WordStyle {
  /** Level of a heading, 1–6. */
  readonly level?: number;
  readonly list?: boolean;
  readonly bold?: boolean;
  readonly vanish?: boolean;
  /** Whether it has a ground of its own. */
  readonly shaded?: boolean;
}

interface RawStyle {
  id: string;
  name: string;
  based_on: string;
  style: { -readonly [Key in keyof WordStyle]: WordStyle[Key] };
}

/** Styles that are based on one another are followed so far; Word allows 11. */
const MAX_INHERITANCE = 11;

/** Reads the styles of a document by their ids, with what they inherit. */
export function readStyles(xml: string): ReadonlyMap<string, WordStyle> {
  const raw = new Map<string, RawStyle>();
  let current: RawStyle | null = null;
  walkXml(xml, {
    open: (name, attribute) => {
      if (name === 'w:style') {
        current = { id: attribute('styleId') ?? '', name: '', based_on: '', style: {} };
        raw.set(current.id, current);
      } else if (current !== null) readProperty(current, name, attribute('val'));
    },
    text: () => undefined,
    close: (name) => {
      if (name === 'w:style') current = null;
    },
  });
  return new Map([...raw.keys()].map((id) => [id, inherit(id, raw)]));
}

function readProperty(raw: RawStyle, name: string, value: string | undefined): void {
  if (name === 'w:name') raw.name = (value ?? '').toLowerCase();
  else if (name === 'w:basedOn') raw.based_on = value ?? '';
  else if (name === 'w:outlineLvl') setLevel(raw, Number(value) + 1);
  else if (name === 'w:numPr') raw.style.list = true;
  else if (name === 'w:b') raw.style.bold = isOn(value);
  else if (name === 'w:vanish') raw.style.vanish = isOn(value);
  else if (name === 'w:shd') raw.style.shaded = true;
  if (name === 'w:name') setLevel(raw, levelOfName(raw.name));
}

function setLevel({ style }: RawStyle, level: number | undefined): void {
  if (level !== undefined && level >= 1 && level <= 9) style.level = Math.min(6, level);
}

/** Word's own names of heading styles stay English in every language. */
function levelOfName(name: string): number | undefined {
  if (name === 'title') return 1;
  if (name === 'subtitle') return 2;
  const level = /^heading (\d)$/.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

function inherit(id: string, raw: ReadonlyMap<string, RawStyle>): WordStyle {
  let style: WordStyle = {};
  let next = raw.get(id);
  for (let depth = 0; depth < MAX_INHERITANCE && next !== undefined; depth += 1) {
    style = { ...next.style, ...style };
    next = raw.get(next.based_on);
  }
  return style;
}
