/** A range of types in an `Accept` header and how much it is wanted. */
interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The type that an `Accept` header likes best (RFC 9110 §12.5.1) of those that there are, the earlier one when it likes several as much; the first when
 * there is no header, undefined when it accepts none.
 */
export function preferredType<Type extends string>(
  accept: string | undefined,
  types: readonly Type[],
): Type | undefined {
  if (accept === undefined || accept.trim() === '') return types[0];
  const ranges = accept.split(',').map(rangeOf);
  const wanted = types.map((type) => ({ type, quality: qualityOf(type, ranges) })).filter(({ quality }) => quality > 0);
  return wanted.sort((a, b) => b.quality - a.quality)[0]?.type;
}

function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return { type, quality: Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 0 };
}

/** The most exact range that covers a type decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const [family] = type.split('/');
  const covering = [type, `${family}/*`, '*/*'].map((name) => ranges.find((range) => range.type === name));
  return covering.find((range) => range !== undefined)?.quality ?? 0;
}
