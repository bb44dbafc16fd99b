import { callerPath } from './caller-path.ts';

/** Longest part of a folder's name that comes from the company's name, in characters. */
const MAX_SLUG_CHARACTERS = 60;

/** The folder a brief is written to: the one given, else `brief-<company>` in the folder the person is in. */
export function outFolder(given: string | undefined, companyName: string): string {
  return callerPath(given ?? `brief-${slugOf(companyName)}`);
}

/** "Acme & Söhne GmbH" → "acme-sohne-gmbh"; letters of any script stay. */
function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
  return (
    plain
      .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, MAX_SLUG_CHARACTERS) || 'company'
  );
}
