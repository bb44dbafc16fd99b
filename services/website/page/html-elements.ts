/** Elements that have no end tag (HTML standard, 13.1.2). */
export const VOID_TAGS: ReadonlySet<string> = new Set(
  'area base basefont br col command embed frame hr img input keygen link meta param source track wbr'.split(' '),
);

/** Elements that browsers lay out as blocks, so that text before and after them stands on lines of its own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td ' +
    'tfoot th thead title tr ul'
  ).split(' '),
);

/** Elements that only style text; a misplaced end tag of one does not close the blocks that stand inside it. */
export const FORMATTING_TAGS: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** Elements whose start ends an open paragraph (HTML standard, 13.1.2.4). */
export const CLOSES_PARAGRAPH: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr ' +
    'main menu nav ol p pre search section table ul li dd dt'
  ).split(' '),
);

/** Elements that may stand in `<head>`; any other start tag ends it. */
export const HEAD_TAGS: ReadonlySet<string> = new Set(
  'base basefont bgsound link meta noscript script style template title'.split(' '),
);

/** Elements whose content is never a page's text: code, graphics, what stands in for media, controls of forms. */
export const TEXTLESS_TAGS: ReadonlySet<string> = new Set(
  (
    'audio button canvas datalist embed frameset head iframe input label map math meter noembed noframes object optgroup option progress ' +
    'script select style svg textarea title video'
  ).split(' '),
);

/** `h1` to `h6`. */
export const HEADING_TAG = /^h[1-6]$/;

/** Elements that a visitor fills in. */
export const FIELD_TAG = /^(?:input|select|textarea)$/;
