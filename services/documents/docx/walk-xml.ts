import { Parser } from 'htmlparser2';

/** What is told of an XML part, in document order. Names have the prefix `w:` for WordprocessingML whatever the part itself calls it. */
export interface XmlVisitor {
  open(name: string, attribute: (name: string) => string | undefined): void;
  text(text: string): void;
  close(name: string): void;
}

/** Declaration of WordprocessingML, of Word's own form or of ISO 29500 strict, with its prefix if it has one. */
const WORD_NAMESPACE =
  /xmlns(?::([\w.-]+))?\s*=\s*["'](?:http:\/\/schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|http:\/\/purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/;

/** Characters within which the root element declares its namespaces. */
const ROOT_WITHIN_CHARACTERS = 20_000;

/** Walks through an XML part. Damaged XML is followed as far as it goes; nothing is ever loaded or expanded from outside. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  const declared = WORD_NAMESPACE.exec(xml.slice(0, ROOT_WITHIN_CHARACTERS));
  const prefix = declared === null ? 'w' : (declared[1] ?? '');
  const canonical = (name: string): string => {
    if (prefix === '') return name.includes(':') ? name : `w:${name}`;
    return prefix !== 'w' && name.startsWith(`${prefix}:`) ? `w:${name.slice(prefix.length + 1)}` : name;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        visitor.open(canonical(name), (wanted) => attributes[`${prefix}:${wanted}`] ?? attributes[wanted]),
      ontext: (text) => visitor.text(text),
      onclosetag: (name) => visitor.close(canonical(name)),
    },
    { xmlMode: true },
  );
  parser.end(xml);
}

/** Whether a property that is switched by its presence is on: `<w:vanish/>` is, `<w:vanish w:val="0"/>` is not. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
