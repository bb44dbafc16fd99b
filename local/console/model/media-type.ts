/** Other endings of the same types. */
const OTHER_ENDINGS: Readonly<Record<string, string>> = {
  htm: 'html',
  mht: 'mhtml',
  markdown: 'md',
  text: 'txt',
  jpeg: 'jpg',
  tif: 'tiff',
};

/**
 * The type under which a file is uploaded: what its name ends in tells, because browsers know few types; else what the browser takes it for. Undefined for a type that
 * is not read.
 *
 * @param mediaTypes the types that the server takes, and what their names usually end in
 */
export function mediaTypeOf(
  { name, type }: { readonly name: string; readonly type: string },
  mediaTypes: Readonly<Record<string, string>>,
): string | undefined {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  const usual = OTHER_ENDINGS[ending] ?? ending;
  const byName = Object.keys(mediaTypes).find(
    (mediaType) => (OTHER_ENDINGS[mediaTypes[mediaType] ?? ''] ?? mediaTypes[mediaType]) === usual,
  );
  return byName ?? (Object.hasOwn(mediaTypes, type) ? type : undefined);
}

/** What an upload field accepts: types and endings, as its attribute `accept` wants them. */
export function acceptedFiles(mediaTypes: Readonly<Record<string, string>>): string {
  return Object.entries(mediaTypes)
    .flatMap(([type, ending]) => [type, `.${ending}`])
    .join(',');
}

/** "PDF, DOCX, HTML, MD or TXT". */
export function takenNames(mediaTypes: Readonly<Record<string, string>>): string {
  const names = Object.values(mediaTypes).map((ending) => ending.toUpperCase());
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
}
