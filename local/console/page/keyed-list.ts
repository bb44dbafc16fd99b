/** Keeps the items of a list in step with data, so that what stays keeps its element, and with it focus and selection. */
export class KeyedList<Item> {
  readonly #element: Element;
  readonly #keyOf: (item: Item) => string;
  readonly #render: (item: Item) => Element;
  #shown = new Map<string, { readonly told: string; readonly element: Element }>();

  /** @param element the list */
  constructor(element: Element, keyOf: (item: Item) => string, render: (item: Item) => Element) {
    this.#element = element;
    this.#keyOf = keyOf;
    this.#render = render;
  }

  /** Shows these items in this order; one that has not changed is left alone. */
  show(items: readonly Item[]): void {
    const next = new Map(items.map((item) => [this.#keyOf(item), this.#elementFor(item)]));
    for (const [key, { element }] of this.#shown) if (next.get(key)?.element !== element) element.remove();
    this.#shown = next;
    let place = this.#element.firstElementChild;
    for (const { element } of next.values()) {
      if (element === place) place = element.nextElementSibling;
      else this.#element.insertBefore(element, place);
    }
  }

  #elementFor(item: Item): { told: string; element: Element } {
    const told = JSON.stringify(item);
    const known = this.#shown.get(this.#keyOf(item));
    return known?.told === told ? known : { told, element: this.#render(item) };
  }
}
