/**
 * The part of the browser's document model that is used inside a page. The functions of this folder that run there are handed over as text
 * (`Function.prototype.toString`), so each uses nothing but its parameters and the others that are handed over with it.
 */
export interface DrawnElement {
  readonly nodeType: number;
  readonly localName: string;
  readonly nodeValue: string | null;
  readonly parentElement: DrawnElement | null;
  readonly childNodes: Iterable<DrawnElement>;
  readonly shadowRoot: DrawnElement | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly clientWidth: number;
  readonly clientHeight: number;
  getAttribute(name: string): string | null;
  querySelector(selector: string): DrawnElement | null;
  assignedNodes?(options: { readonly flatten: boolean }): readonly DrawnElement[];
}

/** Computed values by their names in script. */
export type DrawnStyle = Readonly<Record<string, string>>;

/** The globals of a page that are used. */
export interface DrawnWindow {
  readonly document: { readonly documentElement: DrawnElement };
  getComputedStyle(element: DrawnElement): DrawnStyle;
}
