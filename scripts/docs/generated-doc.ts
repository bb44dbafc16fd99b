import { readFile, writeFile } from 'node:fs/promises';

/** Text in the documentation that is made from code, so that the two cannot disagree. */
export interface GeneratedDoc {
  /** The file, from the root of the repository. */
  readonly path: string;
  /**
   * The part of the file between the marks `<!-- generated:NAME -->` and `<!-- /generated:NAME -->`; without it the whole
   * file is generated.
   */
  readonly part?: string;
  /** Makes the text, from code and without side effects: the same text each time. */
  render(): string | Promise<string>;
}

/**
 * Puts a generated text into the file that holds it.
 *
 * @param text the file as it is
 * @param part the name in the marks
 * @param rendered what shall stand between them, set off by empty lines, which Markdown tables need
 * @throws Error when the file does not hold both marks exactly once, in order
 */
export function replacePart(text: string, part: string, rendered: string): string {
  const open = `<!-- generated:${part} -->`;
  const close = `<!-- /generated:${part} -->`;
  const [before, inside, ...more] = text.split(open);
  const [, after, ...rest] = (inside ?? '').split(close);
  if (before === undefined || after === undefined || more.length > 0 || rest.length > 0) {
    throw new Error(`Write ${open} and ${close} once each, in this order, where the generated text belongs`);
  }
  return `${before}${open}\n\n${rendered.trim()}\n\n${close}${after}`;
}

/**
 * Brings one generated text up to date, or only looks whether it is.
 *
 * @param write false to leave the file alone
 * @returns true when the file was up to date
 * @throws Error naming the file when it cannot be read or has no place for the text
 */
export async function refresh(doc: GeneratedDoc, write: boolean): Promise<boolean> {
  const rendered = await doc.render();
  const current = await readDoc(doc);
  const fresh = freshText(doc, current, rendered);
  if (fresh === current) return true;
  if (write) await writeFile(doc.path, fresh);
  return false;
}

/** Reads the file; one that is generated whole need not exist yet. */
async function readDoc({ path, part }: GeneratedDoc): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (part === undefined && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return '';
    throw new Error(`${path} cannot be read, and it holds generated text`, { cause });
  }
}

function freshText({ path, part }: GeneratedDoc, current: string, rendered: string): string {
  if (part === undefined) return `${rendered.trim()}\n`;
  try {
    return replacePart(current, part, rendered);
  } catch (cause) {
    throw new Error(`${path} has no place for the generated part "${part}"`, { cause });
  }
}
