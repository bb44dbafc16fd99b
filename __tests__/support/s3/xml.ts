/** A node of XML: text, or elements by name; a list repeats its element. */
export type Xml = string | number | boolean | { readonly [name: string]: Xml | readonly Xml[] | undefined };

/** Writes a document with one root element. */
export function xmlDocument(root: string, content: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, content)}`;
}

function element(name: string, content: Xml): string {
  if (typeof content !== 'object') return `<${name}>${escapeXml(String(content))}</${name}>`;
  const children = Object.entries(content).flatMap(([child, value]) =>
    (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map((one: Xml) => element(child, one)),
  );
  return `<${name}>${children.join('')}</${name}>`;
}

/** The texts of all elements of a name that has no elements inside. */
export function xmlTexts(document: string, name: string): string[] {
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, text = '']) =>
    text.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
