/** Characters that draw nothing and only break words apart or smuggle text: soft hyphen, zero-width space, bidi marks, tags, variation selectors. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\uFEFF]/gu;

/** Joiners carry meaning only after letters that join (Persian, Indic) and inside emoji; anywhere else they hide differences between words. */
const STRAY_JOINER =
  /(?<![\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{M}\p{Extended_Pictographic}])[\u200C\u200D]/gu;

/** Everything that separates words: line breaks, control characters, and private characters, which icon fonts draw as pictures. */
const SPACES = /[\s\p{Cc}\p{Co}\p{Z}]+/gu;

/** Text that is normal as it is, as most text is: visible ASCII with single spaces between. */
const NORMAL = /^[!-~]+(?: [!-~]+)*$/;

/**
 * The one normalization of text, done once at extraction: NFKC (ligatures, full-width forms), invisible characters removed, unpaired surrogates
 * replaced, each run of white space, control and private characters made one space, trimmed. Idempotent. Passages and quotes are compared on this form.
 */
export function normalizeText(text: string): string {
  if (NORMAL.test(text)) return text;
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim();
}
