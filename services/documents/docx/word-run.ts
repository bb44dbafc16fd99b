import type { WordStyle } from './read-styles.ts';
import { isOn } from './walk-xml.ts';

/** Lightest color that can be made out on white paper, as the sum of its channels would be without one: see MAX_INVISIBLE_CHANNEL_DIFFERENCE. */
const NEAR_WHITE = /^(?:f[0-9a-f]){3}$/i;

/** Size in half points below which a letter is a speck: 1 pt. */
const MIN_VISIBLE_HALF_POINTS = 2;

/** How a run is set; what decides whether its text can be seen. */
export class WordRun {
  bold: boolean;
  #vanish: boolean;
  #white = false;
  #tiny = false;
  #shaded = false;

  constructor(paragraph_style: WordStyle) {
    this.bold = paragraph_style.bold === true;
    this.#vanish = paragraph_style.vanish === true;
  }

  /** Takes a property of the run. */
  set(name: string, attribute: (name: string) => string | undefined, styles: ReadonlyMap<string, WordStyle>): void {
    const value = attribute('val');
    if (name === 'w:vanish') this.#vanish = isOn(value);
    else if (name === 'w:b') this.bold = isOn(value);
    else if (name === 'w:color') this.#white = NEAR_WHITE.test(value ?? '');
    else if (name === 'w:sz') this.#tiny = Number(value) < MIN_VISIBLE_HALF_POINTS;
    else if (name === 'w:shd' || name === 'w:highlight') this.#shaded = true;
    else if (name === 'w:rStyle') this.#inherit(styles.get(value ?? '') ?? {});
  }

  /** Why a reader would not see the text, or null. `on_paper`: nothing around the run has a ground that we do not know. */
  hiddenReason(on_paper: boolean): string | null {
    if (this.#vanish) return 'formatted as hidden';
    if (this.#tiny) return 'smaller than 1 pt';
    return this.#white && on_paper && !this.#shaded ? 'white on white' : null;
  }

  #inherit(style: WordStyle): void {
    this.bold = style.bold ?? this.bold;
    this.#vanish = style.vanish ?? this.#vanish;
    this.#shaded ||= style.shaded === true;
  }
}
