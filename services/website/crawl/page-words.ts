import type { PageKind } from '../../../contracts/index.ts';

/** The kinds that words in an address or a link can tell. */
export type NamedKind = Exclude<PageKind, 'home' | 'other' | 'job_description' | 'role'>;

/**
 * What sites call their pages, by kind, in English, German, French, Spanish and Japanese, with the commonest words of some further languages.
 * Written in lower case without diacritics, words parted by a space; `|` parts phrases.
 */
export const PAGE_WORDS: Readonly<Record<NamedKind, string>> = {
  about:
    'about|about us|aboutus|company|our company|the company|who we are|our story|story|history|our history|mission|our mission|vision|mission vision|what we do|corporate|company profile|company overview|why us|at a glance|facts|uber uns|ueber uns|unternehmen|das unternehmen|firma|wer wir sind|geschichte|historie|a propos|apropos|qui sommes nous|entreprise|l entreprise|societe|notre histoire|notre mission|sobre nosotros|sobre|nosotros|quienes somos|empresa|la empresa|acerca|acerca de|nuestra historia|historia|chi siamo|over ons|om oss|om os|o nas|sobre nos|quem somos|会社概要|会社案内|企業情報|会社情報|私たちについて|沿革',
  team: 'team|our team|the team|meet the team|teams|people|our people|leadership|leadership team|our leadership|management|management team|executives|executive team|founders|our founders|board|board of directors|directors|governance|staff|who s who|geschaftsfuhrung|geschaeftsfuehrung|geschaftsleitung|geschaeftsleitung|vorstand|fuhrung|fuehrung|fuhrungsteam|management board|unser team|das team|mitarbeiter|ansprechpartner|equipe|notre equipe|l equipe|direction|equipe dirigeante|dirigeants|gouvernance|fondateurs|equipo|nuestro equipo|el equipo|liderazgo|directivos|equipo directivo|direccion|fundadores|経営陣|役員|役員紹介|役員一覧|チーム|メンバー|経営チーム|リーダーシップ|社員紹介',
  values:
    'values|our values|company values|culture|our culture|company culture|principles|our principles|leadership principles|purpose|diversity|inclusion|diversity inclusion|diversity and inclusion|diversity equity inclusion|dei|belonging|sustainability|responsibility|corporate responsibility|social responsibility|esg|csr|life|life at|how we work|working at|ways of working|handbook|manifesto|ethics|code of conduct|what we believe|what we stand for|philosophy|werte|unsere werte|kultur|unsere kultur|unternehmenskultur|unternehmenswerte|leitbild|nachhaltigkeit|verantwortung|vielfalt|valeurs|nos valeurs|notre culture|engagement|engagements|nos engagements|rse|developpement durable|valores|nuestros valores|cultura|nuestra cultura|sostenibilidad|responsabilidad|理念|企業理念|経営理念|バリュー|文化|カルチャー|企業文化|価値観|ミッション|サステナビリティ|行動指針',
  careers:
    'careers|career|jobs|job|join|join us|join our team|join the team|work with us|work for us|working here|work here|work at|vacancies|open positions|job openings|openings|positions|open roles|roles|opportunities|job opportunities|hiring|we re hiring|we are hiring|benefits|perks|recruitment|recruiting|talent|students|internships|how we hire|hiring process|karriere|stellen|stellenangebote|stellenanzeigen|offene stellen|jobborse|arbeiten bei|bewerbung|ausbildung|carriere|carrieres|emploi|emplois|recrutement|nous recrutons|rejoignez nous|nous rejoindre|offres d emploi|offres|empleo|empleos|trabaja con nosotros|carreras|vacantes|unete|unete a nosotros|ofertas de empleo|lavora con noi|werken bij|採用|採用情報|求人|求人情報|キャリア|募集職種|募集要項',
  products:
    'products|product|our products|platform|the platform|solutions|solution|our solutions|services|service|our services|features|offerings|offering|what we offer|what we make|what we build|how it works|use cases|industries|applications|capabilities|product overview|product tour|produkte|produkt|unsere produkte|losungen|loesungen|losung|leistungen|unsere leistungen|dienstleistungen|plattform|funktionen|branchen|angebot|unser angebot|sortiment|produktwelt|produits|produit|nos produits|nos solutions|nos services|prestations|plateforme|fonctionnalites|offre|nos offres|secteurs|savoir faire|notre savoir faire|nos savoir faire|expertises|nos expertises|nos metiers|gamme|gammes|nos gammes|catalogue|productos|producto|nuestros productos|soluciones|servicios|nuestros servicios|plataforma|funcionalidades|製品|製品情報|製品一覧|サービス|サービス紹介|ソリューション|事業内容|事業紹介|プロダクト|商品',
  pricing:
    'pricing|prices|price|plans|plans pricing|plans and pricing|pricing plans|packages|preise|preis|tarife|preisliste|preise und tarife|tarifs|tarif|prix|nos tarifs|precios|precio|planes|planes y precios|tarifas|料金|料金プラン|価格|プラン',
  customers:
    'customers|our customers|customer|customer stories|customer story|case studies|case study|success stories|success story|clients|our clients|client stories|references|reference|testimonials|reviews|portfolio|work|our work|projects|partners|our partners|kunden|unsere kunden|referenzen|kundenstimmen|kundenreferenzen|erfolgsgeschichten|anwenderberichte|fallstudien|projekte|partner|nos clients|references clients|temoignages|cas clients|etudes de cas|realisations|projets|partenaires|clientes|nuestros clientes|casos de exito|casos|referencias|testimonios|proyectos|socios|お客様|お客様の声|導入事例|導入実績|事例|事例紹介|実績|取引先|パートナー',
  news: 'news|newsroom|press|press releases|press release|press room|pressroom|media|media center|media centre|in the press|in the news|blog|our blog|company blog|articles|insights|updates|announcements|latest|latest news|news and events|news events|journal|magazine|stories|changelog|release notes|what s new|whats new|investors|investor relations|events|reports|annual report|neuigkeiten|aktuelles|presse|pressebereich|nachrichten|pressemitteilungen|pressemeldungen|meldungen|magazin|veranstaltungen|investoren|actualites|actualite|espace presse|communiques|communiques de presse|evenements|investisseurs|noticias|prensa|sala de prensa|novedades|actualidad|comunicados|comunicados de prensa|eventos|inversores|ニュース|ニュースリリース|お知らせ|プレスリリース|プレス|ブログ|新着情報|トピックス|ir情報',
  engineering:
    'engineering|engineering blog|tech|tech blog|technology|our technology|technologies|tech stack|stack|developers|developer|research|lab|labs|r d|research and development|open source|architecture|science|how we build|innovation|infrastructure|technologie|technologien|technik|unsere technologie|entwicklung|entwickler|forschung|forschung und entwicklung|forschung entwicklung|ingenierie|technologies|notre technologie|recherche|recherche et developpement|recherche developpement|tecnologia|nuestra tecnologia|ingenieria|investigacion|investigacion y desarrollo|desarrollo|innovacion|desarrolladores|技術|技術情報|技術ブログ|テクノロジー|研究開発|エンジニア|エンジニアリング|開発',
  contact:
    'contact|contact us|contacts|get in touch|locations|our locations|offices|our offices|find us|where we are|kontakt|standorte|standort|anfahrt|impressum|imprint|legal notice|nous contacter|contactez nous|bureaux|mentions legales|contacto|contactanos|contactenos|oficinas|ubicaciones|aviso legal|お問い合わせ|お問合せ|拠点|アクセス|拠点一覧',
};

/** Words of job titles: an address or link text below careers that has one is a single role. */
export const JOB_TITLE_WORDS: ReadonlySet<string> = new Set(
  'engineer engineers developer designer manager analyst scientist lead director architect intern internship specialist consultant associate representative accountant recruiter administrator coordinator technician researcher editor writer marketer officer executive head assistant advisor operator planner counsel strategist sre devops entwickler entwicklerin ingenieur ingenieurin berater beraterin leiter leiterin werkstudent praktikant referent sachbearbeiter mitarbeiter kaufmann kauffrau developpeur developpeuse ingenieure chef responsable charge chargee stagiaire commercial alternance desarrollador desarrolladora ingeniero ingeniera gerente analista disenador disenadora becario tecnico senior junior mwd wmd fmd hf エンジニア デザイナー マネージャー 開発者'.split(
    ' ',
  ),
);

/**
 * Job titles within longer words, which German writes together and Japanese does not part, and the marks by which several countries say that
 * a title means everybody (`m/w/d`, `f/h`).
 */
export const JOB_TITLE_PART =
  /(?:entwickler|leiter|ingenieur|berater|techniker|verkaufer|gestalter|betreuer|sekretar|assistent|manager)(?:in)?$|エンジニア|マネージャー|デザイナー|ディレクター|開発者|営業職?|担当者?$/;

/** Gender marks in the raw text of a job title. */
export const GENDER_MARK = /\b(?:[mwfhd] ?[/|] ?[mwfhdx](?: ?[/|] ?[mwfhdx])?)\b/i;
