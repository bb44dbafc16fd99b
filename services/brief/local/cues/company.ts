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

/** What may stand between a company's name and what it does: "mit Sitz in Lüdenscheid", ", née en 2019,". */
export const ASIDE =
  /^(?: (?:GmbH(?: & Co\. (?:KG|OHG))?|AG(?: & Co\. KG)?|KG|SE|e\. ?K\.|SARL|SAS|SA|S\.L\.|S\.r\.l\.|Srl|S\.p\.A\.|Lda\.?|B\.V\.|BV))?(?:,[^,.]{3,80},| ?\([^)]{2,60}\)| (?:mit Sitz in|aus|in|à|de|con sede en|con sede a|uit|fra|med säte i) \p{Lu}[\p{L}-]+)?(?= )/u;

/** What tells that a company began and not what it does. */
export const BEGAN =
  /^ (?:nació|nasceu|nacque|naît|begann|entstand|ontstond|startte|began|(?:ist|wurde|werd|est|a été|fue|es|è|é|foi|is|was) (?:[\p{L}\d]+ ){0,4}(?:gegründet|entstanden|née?|fondée?|créée?|fundad[ao]|creada|nacida|nata|fondata|criada|opgericht|begonnen|gestart|founded|born))(?![\p{L}])/iu;

/** What follows a company's name in Japanese, Chinese or Korean when a sentence tells of it: a topic mark. */
export const TOPIC_MARK = /^[」』]?(?:は|では|が|是|는|은)[、,]?/u;

/** What a sentence may say of a company before it comes to its name or "we": "Als Spezialist für …, ", "Née en 2004, ". */
export const APPOSITION =
  /^(?:(?:as an?|als|en tant que|comme|como|come|in qualità di) [^,.]{3,90}|(?:spécialiste|spécialisée?|leader|pionni(?:er|ère)|fabricante?|éditeur|éditrice|acteur|actrice|créée?|fondée?|née?|implantée?|basée?|filiale|spezialist|spezialisiert|gegründet|depuis|desde|dal|sinds|sedan) [^,.]{2,90}),? /iu;

/** The same where German puts the verb before "wir" or the name and no comma: "Als Spezialist für Leitstellen liefern wir …", "Seit 1957 baut die …". */
export const AS_WHAT_WE_ARE =
  /^(?:als|seit|mit) [^,.]{3,90} (?:entwickel[nt]|biete[nt]|bau(?:en|t)|fertig(?:en|t)|liefer[nt]|betreib(?:en|t)|plan(?:en|t)|produzier(?:en|t)|vernetz(?:en|t)|unterstütz(?:en|t)|hilft|helfen|vertreib(?:en|t)|stell(?:en|t)|mach(?:en|t)) (?:wir|die|das|\p{Lu})/iu;

/** The label of a table's row that gives the age, size or places of a company. */
export const FACT_LABEL =
  /^(?:founded|established|employees|headquarters|industry|branche|tätigkeit|activité|secteur(?: d[’']activité)?|actividad|sector|attività|settore|año de fundación|anno di fondazione|n[úu]mero de empleados|atividade|activiteit(?:en)?|gründung(?:sjahr)?|gegründet|mitarbeiter(?:innen|zahl|:innen)?|beschäftigte|hauptsitz|standorte?|umsatz|(?:date de )?création|fondation|effectifs?|(?:nombre de )?(?:collaborateurs|salariés)|siège(?: social)?|chiffre d[’']affaires|fundación|empleados|sede|fondazione|dipendenti|fundação|colaboradores|oprichting|medewerkers|grundat|anställda|設立(?:年月日?)?|創業|創立|従業員数?|社員数?|本社(?:所在地)?|所在地|拠点|売上高|事業内容|業務内容|事業概要|主な事業|成立时间|员工(?:人数)?|설립일?|직원 ?수)$/iu;

/** How a sentence of a company about itself begins. */
export const WE =
  /^(?:当社|弊社|私たち|わたしたち|我々)(?=は|では|が)|^(?:(?:At|Bei|Chez|En) [^,]{2,40},? )?(?:we|wir|nous|nosotros|noi|nós|wij|vi)(?![\p{L}\p{N}])/iu;

/** A sentence of a company about itself in a language that leaves "we" out: "Diseñamos bombas …", "Produciamo valvole …". */
export const WE_IN_VERB =
  /^(?:(?:desde|dal|em|en|nel|dal|hoy|oggi|hoje)(?: [^,]{2,40})?, )?\p{L}+(?:[aei]mos|iamo)(?= \p{L})/iu;

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
  de: '(?:alles )?begann (?:alles )?\\p{L}* ?(?:19|20)\\d\\d|gründete[nt]?|gegründet|seit (?:19|20)\\d\\d|mitarbeit\\p{L}*|beschäftigt|hauptsitz|standorten?|team (?:von|aus) \\d+|wir sind (?:heute |inzwischen |aktuell )?(?:über |rund |mehr als |ein team von )?\\d+|\\d+ (?:menschen|personen|kolleg\\p{L}+|beschäftigte)',
  fr: '(?:tout|l.histoire|l.aventure) (?:a commencé|commence|débute) en|fondée?s?|créée? en|née? (?:à \\p{L}+ )?en (?:19|20)\\d\\d|depuis (?:19|20)\\d\\d|salariés|collaborateurs|\\d+ personnes|nous sommes (?:aujourd.hui |désormais )?(?:plus de )?\\d+|emploie|siège',
  es: 'fundad[ao]|desde (?:19|20)\\d\\d|emplead[ao]s|sede|somos (?:más de )?\\d+|personas trabajan|nació en (?:19|20)\\d\\d',
  it: 'fondata|nata nel (?:19|20)\\d\\d|dal (?:19|20)\\d\\d|dipendenti|persone lavorano|siamo (?:in )?(?:oltre )?\\d+|sede',
  pt: 'fundada|desde (?:19|20)\\d\\d|colaboradores|funcionários|pessoas trabalham|somos (?:mais de )?\\d+|nasceu em (?:19|20)\\d\\d|sede',
  nl: "opgericht|medewerkers|sinds (?:19|20)\\d\\d|(?:we|wij) zijn met (?:\\p{L}+ )?\\d+|werken (?:er )?\\d+ mensen|\\d+ (?:mensen|collega[’']s)",
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

/** That a sentence tells what software is made of, which nobody writes of another's; English says it with "we". */
export const WRITTEN_IN = anyLanguage({
  de: '(?:geschrieben|entwickelt|programmiert|umgesetzt) in|in \\p{Lu}[\\p{L}\\p{N}.#+]+ (?:geschrieben|entwickelt|programmiert|umgesetzt)',
  fr: '(?:développée?s?|écrite?s?|codée?s?) en',
  es: '(?:desarrollad|escrit|programad)[oa]s? en',
  it: '(?:sviluppat|scritt)[oaie] in',
  pt: '(?:desenvolvid|escrit)[oa]s? em',
  cjk: 'で(?:開発|書かれ|実装|構築)|に(?:書き直|移行|置き換)|上で(?:動|運用|稼働)|使用技術|技術スタック',
});
