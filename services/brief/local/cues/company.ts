import { anyLanguage } from './any-language.ts';

/** What follows a company's name, or "we", when a sentence says what it does. Begins with a space or a legal form. */
export const DOING = new RegExp(
  `^(?:,? ?(?:Inc\\.?|Ltd\\.?|AB|GmbH|AG|SAS|SARL|SA|LLC|Corp\\.?|S\\.?A\\.?),?)? ?(?:${[
    'is (?:an?|the|one)|are (?:an?|the)|builds?|makes?|creates?|develops?|designs?|provides?|offers?|helps?|enables?|lets?|powers?|runs?|operates?',
    'sells?|delivers?|plans?|connects?|manufactures?|produces?|publishes?|gives?|turns?|brings?|specializ(?:es|ed)|automates?|manages?|supplies',
    'ist|bietet|bieten|entwickelt|entwickeln|baut|bauen|fertigt|fertigen|betreibt|betreiben|liefert|liefern|vernetzt|plant|hilft|helfen|macht|stellt|produziert',
    'est|sommes|propose|proposons|développe|développons|conçoit|concevons|fabrique|fabriquons|aide|aidons|édite|éditons|accompagne|accompagnons|produit',
    'es|somos|ofrece|ofrecemos|desarrolla|desarrollamos|diseña|fabrica|ayuda|ayudamos',
    'è|siamo|offre|offriamo|sviluppa|sviluppiamo|progetta|produce|aiuta',
    'é|oferece|desenvolve|desenvolvemos|fabrica|ajuda|levert|biedt|ontwikkelt|maakt|bouwt|utvecklar|bygger|erbjuder',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/** What follows a company's name in Japanese, Chinese or Korean when a sentence tells of it: a topic mark. */
export const TOPIC_MARK = /^[」』]?(?:は|では|が|是|는|은)[、,]?/u;

/** How a sentence of a company about itself begins. */
export const WE = /^(?:(?:At|Bei|Chez|En) [^,]{2,40},? )?(?:we|wir|nous|nosotros|noi|nós|wij|vi)(?![\p{L}\p{N}])/iu;

/** That a sentence speaks for the company. */
export const SPEAKS_FOR_US = anyLanguage({
  en: 'we|our|us',
  de: 'wir|unser(?:e[nmrs]?)?|uns',
  fr: 'nous|notre|nos',
  es: 'nosotros|nuestr[oa]s?',
  it: 'noi|nostr[aeio]',
  pt: 'nós|noss[ao]s?',
  nl: 'wij|onze|ons',
  sv: 'vi|vår[at]?',
  cjk: '当社|弊社|私たち|私達|我々|我们|我們|우리',
});

/** Age, size and places of a company. */
export const COMPANY_FACT = anyLanguage({
  en: 'founded|established|since (?:19|20)\\d\\d|headquarter(?:s|ed)?|employees|people work|team of|offices in|customers in|countries',
  de: 'gegründet|seit (?:19|20)\\d\\d|mitarbeit\\p{L}*|beschäftigt|hauptsitz|standorte',
  fr: 'fondée?s?|créée? en|depuis (?:19|20)\\d\\d|salariés|collaborateurs|emploie|siège',
  es: 'fundad[ao]|desde (?:19|20)\\d\\d|emplead[ao]s|sede',
  it: 'fondata|dal (?:19|20)\\d\\d|dipendenti|sede',
  pt: 'fundada|desde (?:19|20)\\d\\d|colaboradores|funcionários|sede',
  nl: 'opgericht|medewerkers|sinds (?:19|20)\\d\\d',
  sv: 'grundades|anställda|sedan (?:19|20)\\d\\d',
  cjk: '設立|創業|従業員|本社|社員数|成立于|员工|설립|직원',
});

/** That a sentence tells why a company exists. */
export const MISSION = anyLanguage({
  en: "(?:our|the company['’]s|['’]s) (?:mission|purpose|vision) is",
  de: 'unsere? (?:mission|vision|ziel|auftrag) ist',
  fr: "notre (?:mission|vision|raison d[’']être) (?:est|consiste)",
  es: 'nuestra (?:misión|visión) es',
  it: 'la nostra (?:missione|visione) è',
  pt: 'nossa (?:missão|visão) é',
  nl: 'onze missie is',
  sv: 'vår (?:vision|mission) är',
  cjk: '(?:使命|ミッション|ビジョン|企業理念|理念)は|我们的使命|우리의 (?:사명|미션)은',
});
