import { classesOf } from './element-style.ts';
import type { ElementNode, PageTree } from './page-tree.ts';

/** What an element is for, as its tag, role, classes and id tell, when that is not the page's own content. */
export type BoilerplateKind = 'consent' | 'navigation' | 'footer' | 'header' | 'widget' | 'related' | 'aside' | 'form';

const TAG_KINDS: Readonly<Record<string, BoilerplateKind>> = {
  nav: 'navigation',
  menu: 'navigation',
  footer: 'footer',
  header: 'header',
  form: 'form',
  aside: 'aside',
};

const ROLE_KINDS: Readonly<Record<string, BoilerplateKind>> = {
  navigation: 'navigation',
  menu: 'navigation',
  menubar: 'navigation',
  contentinfo: 'footer',
  banner: 'header',
  search: 'widget',
  alert: 'widget',
  alertdialog: 'widget',
  dialog: 'widget',
  status: 'widget',
  tooltip: 'widget',
  toolbar: 'widget',
  listbox: 'widget',
};

/** Names of the widgets that ask for consent, as they stand in their ids and classes, and of the generic ones. */
const CONSENT =
  /onetrust|ot-sdk|optanon|cybot|cookie-?bot|usercentrics|^uc-|didomi|osano|qc-cmp|quantcast|cookie-?(?:consent|law|notice|banner|bar|policy-?b|popup|message|modal|alert|settings|preferences|disclaimer|info|dialog|warning|wall|overlay)|(?:consent|gdpr|ccpa)-?(?:banner|bar|popup|modal|manager|notice|dialog|overlay|wall|box|cookie)|^(?:cookies?|gdpr|consent|cmp|eu-?cookie|privacy-?(?:banner|notice|popup|bar))$|^(?:cky|cmplz|cmpbox|termly|iubenda|trustarc|truste|borlabs|klaro|fides|tarteaucitron|axeptio|moove|sp_message|cc-window|cc-banner|hs-eu-cookie|shopify-pc|ketch|complianz|cookiefirst|cookieyes|evidon|sp-message|pea_cook|cliSettings|cookie)/i;

/** Word by word: `site-footer`, `footerWidgets` and `footer` are the same to us. Later rows are only asked when no earlier one holds. */
const NAME_KINDS: readonly { readonly kind: BoilerplateKind; readonly pattern: RegExp }[] = [
  {
    kind: 'navigation',
    pattern:
      /(?:^|[\s_-])(?:nav|navbar|navigation|mega-?menu|menu|submenu|sub-menu|breadcrumbs?|pagination|pager|skip-(?:link|to)\S*|hamburger|off-?canvas|drawer|sitemap|nav-?bar|top-?bar|site-?nav|toc|table-?of-?contents|on-this-page)(?=[\s_-]|$)/,
  },
  {
    kind: 'footer',
    pattern:
      /(?:^|\s)(?:(?:site|page|global|main|app)[_-])?footer(?=[\s_-]|$)|-location-footer(?=\s|$)|(?:^|[\s_-])(?:copyright|colophon|legal)(?=\s|$)/,
  },
  {
    kind: 'header',
    pattern:
      /(?:^|\s)(?:(?:site|global|main|app)[_-])header(?=[\s_-]|$)|-location-header(?=\s|$)|(?:^|\s)(?:masthead|header)(?=\s|$)/,
  },
  { kind: 'aside', pattern: /(?:^|\s)(?:sidebar|side-bar|widget-area)(?=[\s_-]|$)/ },
  {
    kind: 'related',
    pattern:
      /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|recs|up-?sells?|cross-?sells?|recently[_-]viewed|you[_-]may|also[_-](?:like|bought|viewed)|similar|sponsored|customer-reviews|product-reviews?|reviews?-(?:list|section|container|wrapper|widget|tab)|(?<!(?:editorial|press|critic|expert)[-_])reviews|yotpo|bazaarvoice|bv|trustpilot|judgeme|stamped|okendo|loox)(?=[\s_-]|$)/,
  },
  {
    kind: 'widget',
    pattern:
      /(?:^|[\s_-])(?:modal|popup|pop-up|popover|lightbox|(?<!(?:hero|content|text|image|img|banner|card|caption|media|video)[_-])overlay(?![_-](?:content|text|inner|caption))|toast|tooltip|newsletter|subscribe|subscription-form|signup|sign-up|mailing-list|social(?![_-]proof)|socials|share|sharing|addthis|sharethis|cart|mini-?cart|basket|wish-?list|login|sign-?in|search|autocomplete|promo-?bar|announcement(?:-?bar)?|advert|advertisement|sponsor|disqus|comments?|chat|chatbot|language-(?:switcher|selector)|lang-switcher|locale|(?:country|region|store|locale)-?(?:selector|switcher|picker)|form-(?:done|success|fail|error|messages?)|dyn-empty|response-output|location-popup|currency|captcha|print-only|back-to-top|scroll-top|(?<!(?:client|customer|patient|student|user)s?[_-])feedback)(?=[\s_-]|$)|(?:^|\s)ads?(?=[\s_-]|$)/,
  },
];

/** Elements with a header or footer of their own, which is part of their content: the author of a quotation, the date of an article. */
const HAS_OWN_FOOTER: ReadonlySet<string> = new Set(['article', 'blockquote', 'figure', 'li', 'section', 'td']);

/** Decides once for every element of a page what it is for. */
export function kindsOf(tree: PageTree): (element: ElementNode) => BoilerplateKind | undefined {
  const kinds: (BoilerplateKind | undefined)[] = new Array(tree.nodes.length);
  const isInContent = new Uint8Array(tree.nodes.length);
  for (const node of tree.nodes) {
    if (node.kind !== 'element') continue;
    const isInside = node.parent !== null && isInContent[node.parent.index] === 1;
    if (isInside || HAS_OWN_FOOTER.has(node.tag)) isInContent[node.index] = 1;
    if (!(isInside && (node.tag === 'footer' || node.tag === 'header'))) kinds[node.index] = boilerplateKind(node);
  }
  return (element) => kinds[element.index];
}

/** What an element is for, or undefined when nothing says that it is not content. */
function boilerplateKind(element: ElementNode): BoilerplateKind | undefined {
  const { attributes, tag } = element;
  if (tag === 'html' || tag === 'body' || tag === 'main' || attributes.role === 'main') return undefined;
  const names = namesOf(element);
  if (names !== '' && CONSENT_CANDIDATE.test(names) && names.split(' ').some((name) => CONSENT.test(name)))
    return 'consent';
  if (tag === 'header' && HERO_NAME.test(names)) return undefined;
  return TAG_KINDS[tag] ?? ROLE_KINDS[attributes.role ?? ''] ?? kindByName(names);
}

/** A header of this name is the first thing that a page says; its menu is told apart by itself. */
const HERO_NAME = /(?:^|[\s_-])(?:hero|jumbotron|intro|cover|splash|stage)(?=[\s_-]|$)/;

/** A quick test that spares most elements the long one. */
const CONSENT_CANDIDATE =
  /co(?:ok|ns)|gdpr|ccpa|trust|optanon|ot-sdk|cybot|usercentrics|uc-|didomi|osano|cmp|quantcast|privacy|cky|cmplz|termly|iubenda|borlabs|klaro|fides|tarteau|axeptio|moove|sp[-_]m|cc-|shopify-pc|ketch|complianz|evidon|pea_|clis/i;

function kindByName(names: string): BoilerplateKind | undefined {
  if (names === '') return undefined;
  return NAME_KINDS.find(({ pattern }) => pattern.test(names))?.kind;
}

/** Id and classes, camel case taken apart, in lower case with single spaces between. */
function namesOf(element: ElementNode): string {
  const { id, class: classes } = element.attributes;
  if (id === undefined && classes === undefined) return '';
  const names = id === undefined ? classesOf(element) : [id, ...classesOf(element)];
  return names
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
}
