const LEGAL_FORMS = new Set(
  (
    'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ohg ug se sa sas sarl srl spa sl ab asa as aps oy oyj bv nv kk ' +
    'pty pte pvt pbc ou oü sro doo kft zrt sp zoo ev eg'
  ).split(' '),
);

/** Legal forms that are ordinary words elsewhere and count only when written as forms are: "AS", "SE", "Co". */
const WRITTEN_AS_FORM = /^(?:AS|SE|SA|AG|KG|AB|SL|LP|SP|EV|EG|UG|OU|Co|Company|Limited)$/;

/** Whether a word, written as it is in the text, is a company's legal form ("GmbH", "Inc."). */
export function isLegalForm(word: string): boolean {
  const bare = word.replaceAll('.', '');
  const lower = bare.toLowerCase();
  if (!LEGAL_FORMS.has(lower)) return false;
  return bare !== lower && (lower.length > 2 || WRITTEN_AS_FORM.test(bare) || bare === bare.toUpperCase());
}

/** A name without legal forms at its end: "Acme Robotics GmbH & Co. KG" → "Acme Robotics". A name of forms alone stays. */
export function withoutLegalForms(name: string): string {
  const words = name.split(/[\s,]+/).filter(Boolean);
  let end = words.length;
  while (end > 1 && (isLegalForm(words[end - 1] ?? '') || /^[&+]$/.test(words[end - 1] ?? ''))) end -= 1;
  return words.slice(0, end).join(' ');
}

/** What variants of a name share: no legal forms, case, accents, marks or leading article. "The ACME GmbH" and "Acme, Inc." give "acme". */
export function nameKey(name: string): string {
  const bare = withoutLegalForms(name.replace(/^(?:株式会社|有限会社)|(?:株式会社|有限会社)$/gu, ' ').trim());
  const plain = bare.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const key = plain
    .replace(/['’]s$/u, '')
    .replace(/[^\p{L}\p{N}&+#]+/gu, ' ')
    .trim()
    .replace(/^the (?=\S)/u, '');
  return key === '' ? name.toLowerCase() : key;
}
