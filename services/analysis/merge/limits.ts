/** Limits of a merged analysis, whichever analyzer it comes from. */

/** Places kept of one entity or key phrase: the contract's limit. */
export const MAX_MENTIONS = 20;

/** Forms kept of one entity beside its name: more tell nothing new. */
export const MAX_VARIANTS = 20;

/** Key phrases kept: a brief names some thirty, the writer ranks with the rest. */
export const MAX_KEY_PHRASES = 150;

/** Longest list of sources in a gap, in characters: the contract allows 2,100. */
export const MAX_WHERE_CHARACTERS = 2_000;
