/** The archived packages as imports name them, and what takes their place. */
const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/(?<=from ')cdktf(?=[/'])/g, 'cdktn'],
  [/(?<=from ')@cdktf\/provider-aws(?=[/'])/g, '@cdktn/provider-aws'],
];

/** Names the fork in place of the archived packages in the imports of a source file; nothing else is changed. */
export function swapImports(source: string): string {
  return SWAPS.reduce((text, [archived, fork]) => text.replace(archived, fork), source);
}
