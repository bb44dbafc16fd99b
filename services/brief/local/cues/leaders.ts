import { anyLanguage } from './any-language.ts';

/** Words that put a title into the past, in other languages than English. */
export const PAST_TITLE = anyLanguage({
  en: 'honorary',
  de: 'ehren(?:präsident|vorsitzende|mitglied)\\p{L}*|ehemalige[nrs]?|frühere[nrs]?|vormals|zuvor|bis (?:zum )?(?:\\p{L}+ )?(?:19|20)\\d\\d|a\\. ?d\\.',
  fr: "d[’']honneur|honoraire|anciens?|anciennes?|ex-|jusqu[’'](?:en|à)|précédente?",
  es: 'honorari[oa]|emérit[oa]|antigu[oa]s?|ex-?(?:president|director|fundador|consejer)\\p{L}+|hasta (?:19|20)\\d\\d|anterior',
  it: 'onorari[oa]|emerit[oa]|ex|già|fino al (?:19|20)\\d\\d|precedente',
  pt: 'honorári[oa]|antig[oa]s?|até (?:19|20)\\d\\d',
  nl: 'ere(?:voorzitter|president|lid)|voormalige?|tot (?:19|20)\\d\\d',
  sv: 'tidigare|före detta',
  cjk: '歴代|(?:初|[二三四五六七八九十]|\\d)代目?(?=社長|会長|代表)|名誉(?:会長|社長|顧問)|(?:^|[^\\p{Script=Han}])(?:元|前|旧)(?=代表|社長|会長|副社長|取締役|執行|最高|C[A-Z]O|部長|本部長|创始|总经理)|前任',
});

/** Words that tell that the person before them leaves, in other languages than English. */
export const GOING = anyLanguage({
  de: 'ausgeschieden|schied|scheidet|verlässt|verließ|zurückgetreten|zurückgezogen|tritt zurück|in den ruhestand|verabschiedet|verstarb|verstorben\\p{L}*',
  fr: "a quitté (?!\\p{Lu})|quitte (?!\\p{Lu})|a démissionné|a pris sa retraite|part (?:à|en) (?:la )?retraite|a cédé|décédée?|a transmis|s[’']est retirée?",
  es: 'deja|dejó|dimitió|se jubil\\p{L}+',
  it: 'lascia|ha lasciato|si è dimess[oa]',
  pt: 'deixou|renunciou|aposentou-se',
  nl: 'vertrekt|vertrok|met pensioen',
  sv: 'lämnar|avgår|avgick',
  cjk: '退任|辞任|退職|退社|逝去|死去|亡くな|离任|卸任|퇴임|사임',
});

/** Headings over people who are not the company's own: investors, advisors, customers, guests. */
export const OUTSIDER_HEADING = anyLanguage({
  de: 'investor(?:en|innen)?|gesellschafter|beirat|beiräte|kunden(?:stimmen)?|referenzen|(?:das )?sagen .*|stimmen .*|gastbeitr\\p{L}+|partner|pressekontakt|wissenschaftlicher .*',
  fr: "investisseurs?|actionnaires?|conseillers?|(?:conseil|comité) (?:scientifique|consultatif|stratégique|d[’']experts)|clients?|témoignages?|partenaires?|ils (?:nous|en) .*|contact presse|invités?",
  es: 'inversores|asesores|(?:consejo|comité) (?:asesor|científico|consultivo)|clientes|testimonios|socios',
  it: 'investitori|consulenti|comitato (?:scientifico|consultivo)|clienti|testimonianze|partner',
  pt: 'investidores|conselheiros|conselho (?:consultivo|científico)|clientes|depoimentos|parceiros',
  nl: 'investeerders|klanten|adviseurs|raad van advies',
  sv: 'investerare|kunder|rådgivare',
  cjk: '株主|投資家|出資|顧問|アドバイザー|お客様|導入事例|取引先|投资|客户|투자|고객',
});

/** That a line speaks of people of others: owners, investors, hosts and makers of the website, guests who write. Job titles are to be blanked out before. */
export const OUTSIDER_LINE = anyLanguage({
  de: 'gesellschaftern|anteilseigner\\p{L}*|investor\\p{L}*|beteiligungen|hosting|gehostet|agentur|fotos?|prüfungsverband|umsetzung|webdesign|gastbeitrag|gastautor(?:in)?|im interview',
  fr: 'investisseu\\p{L}+|actionnaires?|au capital|fonds|hébergeur|hébergement|agence|réalisation du site|conception du site|site (?:réalisé|conçu|créé)|réalisé par|photos?|tribune|invitée?|propos recueillis',
  es: 'inversor\\p{L}*|accionist\\p{L}+|alojamiento|agencia|tribuna',
  it: 'investitor\\p{L}+|azionist\\p{L}+|hosting|agenzia',
  pt: 'investidor\\p{L}*|acionist\\p{L}+|hospedagem|agência',
  nl: 'investeerder\\p{L}*|aandeelhouder\\p{L}*|gastblog',
  sv: 'investerare|ägare|gästblogg',
  cjk: '株主|投資家|出資|執筆|寄稿|監修|聞き手|取材|制作|ゲスト|様(?:$|[\\s、,))])|作者|撰文',
});

/** What joins a name and the title after it, in other languages than English: "als Technischer Leiter", "est la directrice". */
export const AS_TITLE =
  /^,? (?:(?:ist|als|wird|wurde|bleibt|est|comme|en tant que|es|como|è|come|é|is|als|är|som) )?(?:(?:der|die|unser|unsere|neuer|neue|le|la|notre|nouveau|nouvelle|el|nuestr[oa]|il|nostr[oa]|o|a|noss[oa]|de|onze|vår) )*$/iu;

/** What stands between a title and a name in Japanese and Chinese; a closing bracket after an abbreviation may stand in any language. */
export const CJK_BETWEEN = /^[))]?(?:の|\s?[||::・、/]?\s?)$/u;

/** Forms of address and degrees before a name. */
export const HONORIFICS =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Pr|med|phil|rer|nat|jur|habil|oec|pol|h|c|dent|vet|Dipl|Ing|Mag|Sr|Sra|Dott|Dra|Avv|Arch|Drs|Ir|M|Mme|Mlle|Me)\b\.?(?:-(?:Ing|Kfm|Kff|Wirt|Phys|Chem|Inform)\b\.?)?(?: \((?:FH|TH|TU|Univ\.?)\))? ?|(?:Herr|Frau|Madame|Monsieur|Don|Doña) )+/u;

/** What joins two titles of one person: "Co-fondatrice et CEO", "取締役 製造部長". */
export const NEXT_TITLE = /^(?:,? (?:und|et|and|y|e|en|och|&|\/) |, |\/|・| ?兼 ?| | · )?$/u;

/** What stands between the names of a list: "Ada Holm (Vorsitzende), Bo Lund und Cem Ay". */
export const NEXT_NAME = /^(?: ?\([^)]*\))?(?:,|;|、|・| und| et| and| y| &| \/)(?: und| et| and)? ?$/u;

/** The legal form of an organization, as it stands after or before its name. */
export const LEGAL_FORM_IN_TEXT =
  /(?<=\p{L} )(?:GmbH|AG|KG|SE|OHG|SAS|SARL|SA|SpA|Srl|BV|NV|AB)(?![\p{L}\p{N}])|(?:株式|有限|合同)会社|有限公司|주식회사/u;
