/**
 * Codes that sites put in front of a path for a language. Those that are words or countries as well (`it`, `in`, `is`, `no`, `so`, `us`, `uk`)
 * count with a region only (`it-it`).
 */
const LANGUAGE_CODES: ReadonlySet<string> = new Set(
  'en de fr es pt nl pl ru sv da fi cs tr ar he ja jp zh cn ko kr hu ro bg el uk-ua vi th et lv lt sk sl hr ca nb'.split(
    ' ',
  ),
);

const ALIASES: Readonly<Record<string, string>> = { jp: 'ja', cn: 'zh', kr: 'ko' };

const WITH_REGION = /^([a-z]{2})[-_](?:[a-z]{2}|[a-z]{4}|419)$/i;

function languageOfCode(code: string): string | undefined {
  const lower = code.toLowerCase();
  const withRegion = WITH_REGION.exec(lower)?.[1];
  const base = withRegion ?? (LANGUAGE_CODES.has(lower) ? lower : undefined);
  return base === undefined ? undefined : (ALIASES[base] ?? base);
}

/** The language that an address names: in its first folder (`/de/…`, `/pt-br/…`), its subdomain (`fr.`) or a parameter (`?lang=ja`). */
export function languageOfUrl(address: string): string | undefined {
  const url = new URL(address);
  const parameter = url.searchParams.get('lang') ?? url.searchParams.get('hl') ?? url.searchParams.get('locale');
  const labels = url.hostname.split('.');
  const candidates = [parameter ?? '', url.pathname.split('/')[1] ?? '', labels.length > 2 ? (labels[0] ?? '') : ''];
  return candidates.map(languageOfCode).find((language) => language !== undefined);
}

/** The first part of a BCP 47 tag in lower case: `pt` of `pt-BR`. */
export function baseLanguage(tag: string | undefined): string | undefined {
  const base = tag?.split(/[-_]/)[0]?.toLowerCase();
  return base === undefined || base === '' ? undefined : base;
}
