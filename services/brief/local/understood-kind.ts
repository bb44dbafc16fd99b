import type { PageKind, Passage } from '../../../contracts/index.ts';
import { findTitles } from '../job-titles.ts';
import { anyLanguage } from './cues/any-language.ts';
import { HIRING_HEADING, ROLE_MARK, ROLES_HEADING } from './cues/roles.ts';

/** What a page's title and first heading call it, where no word of its address told; the first that fits decides. */
const NAMES: readonly (readonly [PageKind, RegExp])[] = [
  [
    'careers',
    anyLanguage({
      en: 'careers?|jobs?|recruit(?:ing|ment)?|join (?:us|the team)|work (?:with|for) us|vacancies|hiring',
      de: 'karriere|jobs?|stellen\\p{L}*|arbeiten bei .*|mitarbeiten|bewerbung',
      fr: "recrutements?|rejoindre .*|rejoignez.*|carrières?|emplois?|nous recrutons|travailler chez .*|offres d[’']emploi",
      es: 'empleo|trabaja con nosotros|trabajar en .*|carreras?|únete.*|vacantes',
      it: 'lavora con noi|carriere|lavorare in .*|unisciti.*|posizioni aperte',
      pt: 'carreiras?|trabalhe conosco|trabalha connosco|vagas|junte-se.*|recrutamento',
      nl: 'vacatures|werken bij .*|werkenbij|carrière|kom (?:bij|werken).*',
      sv: 'karriär|jobba (?:hos|med) .*|lediga .*',
      cjk: '採用|募集|求人|リクルート|招聘|채용',
    }),
  ],
  [
    'news',
    anyLanguage({
      en: 'news|press(?: releases?)?|newsroom|announcements',
      de: 'aktuelles|neues|neuigkeiten|presse\\p{L}*|nachrichten|meldungen',
      fr: '(?:le )?journal|actu(?:alités?|s)?|communiqués?(?: de presse)?|presse|médias',
      es: 'noticias|actualidad|prensa|novedades|notas de prensa',
      it: 'notizie|novità|comunicati(?: stampa)?|rassegna stampa',
      pt: 'notícias|novidades|imprensa|comunicados',
      nl: 'nieuws(?:berichten)?|persberichten|actueel',
      sv: 'nyheter|pressmeddelanden',
      cjk: 'お知らせ|ニュース|プレスリリース|新着情報|新闻|뉴스',
    }),
  ],
  [
    'customers',
    anyLanguage({
      en: 'customers|case studies|success stories',
      de: 'kunden|referenzen|das sagen .*|wer mit uns arbeitet',
      fr: 'ils (?:nous|utilisent|en|parlent) ?.*|nos clients|références|témoignages',
      es: 'clientes|casos de éxito|testimonios',
      it: 'clienti|casi di successo|dicono di noi|referenze',
      pt: 'clientes|casos de sucesso|depoimentos',
      nl: 'klanten|klantverhalen|referenties',
      sv: 'kunder|kundcase',
      cjk: '導入事例|お客様|活用事例|客户案例|고객',
    }),
  ],
  [
    'team',
    anyLanguage({
      en: 'team|leadership|management|board',
      de: '\\p{L}*(?:leitung|vorstand|führung)|ansprechpartner|(?:unser )?team',
      fr: "gouvernance|direction|(?:notre |l[’']) ?équipe|dirigeants",
      es: 'equipo|dirección|gobierno corporativo|quién es quién',
      it: 'direzione|squadra|il (?:nostro )?team|governance|organi sociali',
      pt: 'equip[ae]|direção|administração|liderança',
      nl: 'directie|(?:ons )?team|bestuur',
      sv: 'ledning|team',
      cjk: '役員|経営陣|経営メンバー|メンバー紹介|管理团队|경영진',
    }),
  ],
  [
    'about',
    anyLanguage({
      en: 'about(?: us)?|company|our story|who we are',
      de: 'unternehmen|über (?:uns|das|die) ?.*|wer wir sind|porträt|firma',
      fr: "(?:le |notre )groupe|à propos.*|qui sommes[- ]nous.*|(?:notre |l[’'])(?:entreprise|histoire)|la maison",
      es: 'quiénes somos|sobre (?:nosotros|la empresa)|(?:la|nuestra) (?:empresa|historia)|el grupo|conócenos',
      it: "chi siamo|(?:l[’']|la nostra )(?:azienda|storia)|il gruppo|la società|profilo",
      pt: 'quem somos|sobre (?:nós|a empresa)|(?:a|nossa) (?:empresa|história)|o grupo',
      nl: 'over (?:ons|het bedrijf)|wie (?:wij|we) zijn|ons (?:bedrijf|verhaal)|organisatie',
      sv: 'om (?:oss|företaget)|vilka vi är',
      cjk: '会社(?:概要|案内|情報)|企業情報|私たちについて|关于我们|회사 ?소개',
    }),
  ],
  [
    'products',
    anyLanguage({
      en: 'products?|solutions?|platform|what we (?:do|make|offer)',
      de: 'produkte?|\\p{L}*leistungen|lösungen|angebot|sortiment|(?:fach)?abteilungen(?: .*)?|dienstleistungen|geschäftsfelder|was wir (?:tun|machen|bieten)',
      fr: '(?:nos )?(?:produits?|services?|solutions?|métiers|savoir-faire|prestations|gammes?|activités|garanties|collections|offres?|réalisations)|ce que nous (?:faisons|proposons)',
      es: '(?:nuestros )?(?:productos?|servicios?|soluciones)|qué hacemos|(?:líneas de )?negocio',
      it: '(?:i nostri )?(?:prodott[oi]|servizi|soluzioni)|cosa facciamo|attività|linee',
      pt: '(?:nossos |os nossos )?(?:produtos?|serviços?|soluções)|o que fazemos|áreas de negócio',
      nl: '(?:onze )?(?:producten|diensten|oplossingen)|wat (?:wij|we) doen|assortiment',
      sv: '(?:våra )?(?:produkter|tjänster|lösningar)|vad vi gör',
      cjk: '製品|商品|サービス|事業(?!所|報告)|ブランド|产品|제품',
    }),
  ],
];

/** Longest title that is a name of a page and not a headline, in words. */
const MAX_NAME_WORDS = 5;

/** Fewer lines with the marks of job advertisements are a teaser. */
const MIN_MARKED_ROLES = 2;

/** What a page is about as far as it says so itself: by its title, its first heading, or headings over open roles. `other` when nothing tells. */
export function understoodKind(title: string, passages: readonly Passage[]): PageKind {
  const headings = passages.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
  const isCareers =
    headings.some((heading) => ROLES_HEADING.test(heading) || HIRING_HEADING.test(heading)) ||
    passages.filter(({ text }) => ROLE_MARK.test(text)).length >= MIN_MARKED_ROLES;
  if (isCareers) return 'careers';
  if (isTeam(headings, passages)) return 'team';
  const names = [title.split(/ [|–—-] /u)[0] ?? '', headings[0] ?? ''].filter(
    (name) => name !== '' && name.split(/\s+/u).length <= MAX_NAME_WORDS,
  );
  return NAMES.find(([, pattern]) => names.some((name) => covers(pattern, name)))?.[0] ?? 'other';
}

/** Longest line that gives a person and a title, in characters; fewer such lines are a mention. */
const MAX_ENTRY_CHARACTERS = 120;
const MIN_ENTRIES = 2;

/** Whether several short lines bear the titles of leaders, under a heading about who leads. */
function isTeam(headings: readonly string[], passages: readonly Passage[]): boolean {
  const leads = NAMES.find(([kind]) => kind === 'team')?.[1];
  const entries = passages.filter(
    ({ kind, text }) => kind !== 'heading' && text.length <= MAX_ENTRY_CHARACTERS && findTitles(text).length > 0,
  );
  return entries.length >= MIN_ENTRIES && leads !== undefined && headings.some((heading) => covers(leads, heading));
}

/** Whether a cue makes up a name or opens it: "Nos métiers", "Actualités 2026", not "Wie Kunden Geld sparen". */
function covers(pattern: RegExp, name: string): boolean {
  const found = pattern.exec(name);
  return found !== null && name.slice(0, found.index).split(/\s+/u).filter(Boolean).length <= 1;
}
