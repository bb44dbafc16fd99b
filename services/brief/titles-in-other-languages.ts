/** What a field of work is called after a title: "Leiterin Vertrieb", "Head of" has its own in English. */
const GERMAN_FIELD = '(?: (?:der|des|für|für die|im|in der))?(?: \\p{Lu}[\\p{L}&/-]+)(?: (?:und|&) \\p{Lu}[\\p{L}-]+)?';
/** Fields that companies name right after a title, and any other noun that no second name follows: "Vorstand Finanzen", not "Vorstand Anna Meier". */
const GERMAN_BARE_FIELD =
  '(?: (?:Finanzen|Vertrieb|Technik|Personal|Marketing|Produktion|Einkauf|Entwicklung|Forschung|Betrieb|Logistik|Recht|IT)(?:,? (?:und|&) \\p{Lu}[\\p{L}-]+)?| \\p{Lu}[\\p{L}&/-]+(?! (?:von |van |zu |de )?(?!(?:Tel|Telefon|Fon|Mobil|Fax|E-Mail|Mail)(?!\\p{L}))\\p{Lu}|[\\p{L}&/-]))';
const FRENCH_FIELD =
  '(?: (?:général|technique|commercial|financi[eè]r|administrati[fv]|industriel|exécuti[fv]|scientifique|artistique|marketing|juridique|opérationnel|adjoint)(?:le|e)?|' +
  " (?:des|du|de la|de l[’']|de|d[’']) ?\\p{L}[\\p{L}’'-]*(?: \\p{Ll}[\\p{L}’'-]*){0,2})";
/** Fields that French names right after a title: "Directrice produit", "Responsable qualité et environnement". */
const FRENCH_BARE_FIELD =
  '(?: (?:(?:de la )?(?:qualité|production|produits?|R&D|RH|technique|logistique|maintenance|méthodes|achats?|ventes?|communication|digitale?|informatique|export|clients?|client(?:èle)?|projets?|développement|innovation|recherche|sécurité|environnement|QSE|HSE|QHSE|supply chain|data|design|IT|finances?|supports?|formation|opérations|partenariats|croissance|sinistres|travaux|exploitation|études|usine|site|magasins?))(?:(?:,| et| &) \\p{L}[\\p{L}&]*){0,2})';
const ROMANCE_FIELD =
  '(?: (?:general|técnic[oa]|comercial|financier[oa]|ejecutiv[oa]|generale|tecnic[oa]|commerciale|finanziari[oa]|operativ[oa]|geral|financeir[oa]|executiv[oa])|' +
  ' (?:de|del|de la|di|della|delle|dei|do|da|de) \\p{L}[\\p{L}-]*(?: \\p{Ll}[\\p{L}-]*)?|' +
  ' (?:ricerca|qualità|produzione|vendite|acquisti|marketing|amministrazione|logistica|tecnologia|risorse umane|operações|produto|vendas|producto|ventas|calidad|producción|operaciones|finanzas|assistenza)(?:,? (?:e|y) \\p{Ll}+)?)';

const GERMAN = [
  '(?:Geschäftsführung|Geschäftsleitung|Vorstandsmitglieder)(?=:| \\|)',
  '(?:(?:[Tt]echnische|[Kk]aufmännische|[Gg]eschäftsführende|[Ss]tellvertretende|[Ww]issenschaftliche|[Ää]rztliche|[Mm]edizinische|[Kk]ünstlerische|[Oo]perative)[rn]? )?(?:Geschäftsführer(?:in)?|Gesellschafter(?:in)?|(?:Direktor|\\p{Lu}\\p{Ll}{2,14}direktor)(?:in)?|Vorständin|Vorstandsmitglied|Leiter(?:in)?)',
  `Leiter(?:in)?${GERMAN_FIELD}`,
  `Leitung${GERMAN_FIELD}`,
  '(?:[Tt]echnische|[Kk]aufmännische|[Ww]issenschaftliche)r? Leit(?:er(?:in)?|ung)',
  `(?:Vertriebs|Entwicklungs|Werks?|Bereichs|Abteilungs|Projekt|Produkt|Team|Personal|Marketing|Standort|Produktions|Niederlassungs|Finanz|Technik|Betriebs|IT-)-?[Ll]eit(?:er(?:in)?|ung)${GERMAN_BARE_FIELD}?`,
  `(?:[Ss]tellvertretende[rn]? )?(?:Vorsitzende[rn]?|Sprecher(?:in)?) (?:des Vorstande?s|der Geschäftsführung|der Geschäftsleitung)|Vorstandsvorsitzende[rn]?|Vorstandssprecher(?:in)?|(?:Finanz|Technik|Vertriebs|Personal)(?:vorstand|vorständin|chef(?:in)?)|(?:Vorstand|Geschäftsführer(?:in)?)${GERMAN_BARE_FIELD}?|(?:Mit)?[Gg]ründer(?:in)?|Inhaber(?:in)?|Prokurist(?:in)?|Aufsichtsratsvorsitzende[rn]?`,
];
const FRENCH = [
  '[Dd]irection (?:générale|technique|commerciale|financière|industrielle|artistique|scientifique|administrative|(?:des|de la|du) \\p{Ll}+)(?= ?:| \\|)',
  "(?:[Vv]ice-)?[Pp]résidente?(?:[- ][Dd]irect(?:eur|rice) [Gg]énérale?| du (?:conseil|directoire|comité)(?: d[’']administration| de direction)?)?|[Ss]ecrétaire générale?(?: adjointe?)?|PDG|DG|DRH|DSI",
  '(?:[Vv]ice-)?[Dd]irect(?:eur|rice) générale?(?: déléguée?| adjointe?)?',
  `(?:[Vv]ice-)?(?:[Dd]irect(?:eur|rice)|[Rr]esponsable|[Cc]heffe?)(?:${FRENCH_FIELD}|${FRENCH_BARE_FIELD})`,
  '[Cc]o-?[Ff]ondat(?:eur|rice)|[Ff]ondat(?:eur|rice)|[Gg]érante?|[Aa]ssociée? [Ff]ondat(?:eur|rice)',
];
const ROMANCE = [
  '(?:[Dd]irección|[Dd]irezione|[Dd]ireção) (?:general|técnica|comercial|financiera|generale|tecnica|commerciale|finanziaria|geral|financeira|de \\p{Ll}+|del? \\p{Ll}+)(?= ?:| \\|)',
  `(?:[Dd]irector(?:a)?|[Dd]irett(?:ore|rice)|[Dd]iretor(?:a)?|[Rr]esponsabile|[Jj]ef[ea]|[Gg]erente)${ROMANCE_FIELD}`,
  '[Cc]onsejer[oa] [Dd]elegad[oa]|[Aa]mministrat(?:ore|rice) [Dd]elegat[oa]|[Pp]resident[ae]|[Cc]o-?[Ff]undador(?:a)?|[Ff]undador(?:a)?|[Cc]o-?[Ff]ondat(?:ore|rice)|[Ff]ondat(?:ore|rice)',
];
const GERMANIC = [
  '(?:[Aa]lgemeen|[Tt]echnisch|[Cc]ommercieel|[Ff]inancieel|[Oo]perationeel|[Mm]edisch|[Zz]akelijk|[Aa]djunct-?) ?[Dd]irecteur|[Dd]irecteur(?: (?:techniek|verkoop|financiën|operaties|productie|marketing|HR|IT|zorg))?|[Bb]estuursvoorzitter|(?:[Mm]anager|[Tt]eamleider) (?:techniek|verkoop|financiën|operaties|productie|marketing|HR|IT|zorg)|[Mm]ede-?[Oo]prichter|[Oo]prichter|[Hh]oofd \\p{Lu}\\p{L}+',
  '[Vv]erkställande [Dd]irektör|VD|[Mm]edgrundare|[Gg]rundare|[Aa]dministrerende [Dd]irektør',
];

/** Titles of leaders in German, French, Spanish, Italian, Portuguese, Dutch and Swedish: expressions without flags or boundaries, the longest first. */
export const TITLES_IN_OTHER_LANGUAGES: readonly string[] = [
  `Leiter(?:in)?${GERMAN_FIELD}`,
  ...FRENCH,
  ...ROMANCE,
  ...GERMAN,
  ...GERMANIC,
];

/** An abbreviation that Japanese titles carry at their end: "取締役CTO". */
const WITH_INITIALS = '(?: ?兼? ?C[A-Z]{1,3}O(?![A-Za-z]))?';

/** Titles in Japanese, Chinese and Korean: the longest first, because nothing ends a word there. */
export const CJK_TITLES: readonly string[] = [
  `代表取締役(?:会長|社長|副社長|専務|常務)?(?:兼社長)?${WITH_INITIALS}`,
  `(?:社外)?取締役(?:会長|社長|副社長)?${WITH_INITIALS}|(?:専務|常務)(?:取締役|執行役員)|(?:上席|専務|常務)?執行役員${WITH_INITIALS}`,
  '最高(?:経営|技術|財務|執行|製品|情報|マーケティング|人事|戦略|デジタル)責任者',
  '[\\p{Script=Han}\\p{Script=Katakana}ーA-Z]{1,12}(?:本部長|部長|室長|統括)|本部長|部長',
  '共同創業者|創業者|共同代表|代表社員|(?:会長|副社長|社長)(?!室|賞|就任)',
  '首席(?:执行|技术|财务|运营)官|联合创始人|创始人|董事长|总经理|대표이사|최고(?:경영|기술|재무)책임자|창업자|부사장|사장',
];
