/** Patterns of one cue by language (ISO 639-1). */
export type CueByLanguage = Readonly<Partial<Record<'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl' | 'sv', string>>> & {
  /** Languages without spaces between words, where a cue needs no boundary. */
  readonly cjk?: string;
};

/**
 * One expression that finds a cue in every language it is given for, in either case. What stands beside a cue is no letter or digit, whatever the alphabet: `\b` knows
 * ASCII alone, and would find no end in "société".
 */
export function anyLanguage({ cjk, ...spaced }: CueByLanguage): RegExp {
  const bounded = `(?<![\\p{L}\\p{N}])(?:${Object.values(spaced).join('|')})(?![\\p{L}\\p{N}])`;
  return new RegExp(cjk === undefined ? bounded : `${bounded}|${cjk}`, 'iu');
}
