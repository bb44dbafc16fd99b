import { anyLanguage } from './any-language.ts';

/** That a sentence names customers or counts them. */
export const CUSTOMERS = anyLanguage({
  en:
    'customers? (?:include|are|such)|used by|trusted by|relied on by|chosen by|clients include|work with|serves?|' +
    '\\d[\\d.,]*\\+? (?:\\w+ ){0,2}(?:customers|users|companies|clients|businesses|teams|organizations|countries|shops|stores|homes|schools|hospitals)',
  de:
    'auftraggebern? (?:gehören|zählen|sind)|\\d[\\d.]* betriebe|(?:unsere[nr]? )?kunden (?:gehören|zählen|sind|wie)|zu unseren kunden|unsere kunden|vertrauen (?:auf|uns)|auf \\p{Lu}[\\p{L}\\p{N}-]+ (?:vertrauen|setzen)|setzen auf|' +
    '\\d[\\d.]* (?:\\p{L}+ ){1,3}(?:nutzen|vertrauen|arbeiten mit)|' +
    '\\d[\\d.,]* (?:\\p{L}+ ){0,2}(?:kunden|unternehmen|betriebe|firmen|haushalte|nutzer|ländern)',
  fr:
    'parmi nos clients|nos clients|clients comme|font confiance|nous font confiance|(?:ont|a) choisi|ont fait confiance|travaillent avec|équipe(?:nt)? déjà|' +
    '\\d[\\d.  ]* (?:\\p{L}+ ){1,3}(?:utilisent|travaillent avec)|' +
    '\\d[\\d., ]* (?:\\p{L}+ ){0,2}(?:clients|entreprises|exploitations|utilisateurs)|dans (?:plus de )?\\d+ pays',
  es: 'nuestros clientes|clientes como|confían en|\\d[\\d.,]* (?:\\p{L}+ ){0,2}(?:clientes|empresas|usuarios|países)',
  it: 'i nostri clienti|tra i nostri clienti|clienti come|\\d[\\d.,]* (?:\\p{L}+ ){0,2}(?:clienti|aziende|paesi)',
  pt: 'nossos clientes|clientes como|\\d[\\d.,]* (?:\\p{L}+ ){0,2}(?:clientes|empresas|países)',
  nl: 'onze klanten|klanten zoals|\\d[\\d.,]* (?:\\p{L}+ ){0,2}(?:klanten|bedrijven|landen)',
  sv: 'våra kunder|kunder som|\\d[\\d., ]* (?:\\p{L}+ ){0,2}(?:kunder|företag|länder)',
  cjk: 'お客様は|お客さまは|主な(?:お客様|取引先|顧客|導入企業)|導入(?:企業|実績|いただ)|ご?利用(?:いただ|されて|して(?:い|お))|ご?採用いただ|\\d[\\d,]*(?:店舗?|施設|法人|校|自治体)(?:で|に|が|以上)|\\d[\\d,]*(?:社|万人|か国|カ国|ヶ国)|客户包括|고객',
});

/** The label of a table's row that names customers. */
export const CUSTOMER_LABEL =
  /^(?:(?:key |main )?(?:customers|clients)|kunden|referenzkunden|referenzen|(?:nos |principaux )?clients|clientes|clienti|klanten|kunder|(?:主要|主な)?(?:取引先|顧客|お客様|納入先|販売先|導入企業))$/iu;

/** Headings over prices. */
export const PRICE_HEADING = anyLanguage({
  en: 'pricing|prices|plans',
  de: 'preise?|tarife?|kosten',
  fr: 'tarifs?|prix|nos offres',
  es: 'precios|tarifas|planes',
  it: 'prezzi|tariffe|piani',
  pt: 'preços|planos',
  nl: 'prijzen|tarieven',
  sv: 'priser',
  cjk: '料金|価格|プラン|价格|요금',
});

/** A price, or what one gets without paying. */
export const PRICE =
  /[$€£¥]\s?\d|\d\s?(?:€|円|EUR|CHF|kr)(?![\p{L}\p{N}])|\d円|(?<![\p{L}\p{N}])(?:free plan|per (?:seat|user|month)|pro (?:Monat|Nutzer)|par (?:mois|utilisateur)|al mes|al mese|por mês|per maand|月額)/iu;

/** Headings of product pages that name no product. */
export const NO_PRODUCT = anyLanguage({
  en:
    '^(?:built|made|designed|ready) (?:for|to)|integrations?|about|our|we|why|how|what|news|blog|contact|careers?|pricing|customers?|features?|faq|questions|resources|support|trusted|testimonials|partners?|team|products?|solutions?|' +
    'platform|overview|started|ready|demo|you|your',
  de: 'über|unsere?|wir|warum|wie|was|aktuelles|kontakt|karriere|preise|kunden|funktionen|fragen|produkte?|lösungen|überblick|sie|ihre?|vorteile|referenzen|startseite',
  fr: 'à propos|nos|notre|nous|pourquoi|comment|actualités|contact|carrières|tarifs|clients|fonctionnalités|questions|produits?|solutions?|aperçu|vous|vos|votre|avantages|références',
  es: 'sobre|nuestr[oa]s?|por qué|cómo|noticias|contacto|precios|clientes|funciones|preguntas|productos?|soluciones|ventajas',
  it: 'chi siamo|nostr[aeio]|perché|come|notizie|contatti|prezzi|clienti|funzioni|domande|prodotti|soluzioni|vantaggi',
  pt: 'sobre|noss[ao]s?|por que|como|notícias|contato|preços|clientes|perguntas|produtos?|soluções|vantagens',
  nl: 'over|onze|waarom|hoe|nieuws|contact|prijzen|klanten|functies|vragen|producten|oplossingen|voordelen',
  sv: 'om|våra|varför|hur|nyheter|kontakt|priser|kunder|funktioner|frågor|produkter|lösningar',
  cjk: '^(?:製品|サービス|特長|特徴|機能|料金|価格|導入事例|事例|お客様の声|よくある質問|お問い合わせ|お知らせ|ニュース|会社概要|概要|資料請求|产品|服务|제품|서비스)(?:一覧|情報|紹介|について|プラン)?$',
});
