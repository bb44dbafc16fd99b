import { anyLanguage } from './any-language.ts';

/** Headings over what a company values. */
export const VALUES_HEADING = anyLanguage({
  en: 'values?|principles|culture|how we work|what we believe|beliefs|what we stand for|what matters',
  de: '(?:unsere )?werte|\\p{L}*kultur|leitbild|grundsätze|wofür wir stehen|was uns wichtig ist|wie wir arbeiten',
  fr: 'valeurs|notre culture|principes|ce qui nous anime|engagements',
  es: 'valores|principios|cultura',
  it: 'valori|principi|cultura',
  pt: 'valores|princípios|cultura',
  nl: '(?:kern)?waarden|cultuur',
  sv: 'värderingar|kultur',
  cjk: '価値観|バリュー|行動指針|大切にしていること|企業文化|行動規範|价值观|핵심 ?가치',
});

/** That a sentence says what people there believe in. */
export const BELIEF = anyLanguage({
  en: 'we (?:believe|value|care about)',
  de: 'wir glauben|uns ist wichtig|wir sind überzeugt',
  fr: 'nous croyons|nous sommes convaincus',
  es: 'creemos',
  it: 'crediamo',
  pt: 'acreditamos',
  nl: 'wij geloven|we geloven',
  sv: 'vi tror på',
  cjk: '大切にし|信じて',
});

/** How one works there, and what one gets for it. */
export const WAYS = anyLanguage({
  en: 'remote|hybrid|from home|in the office|offices? (?:two|three|four|\\d) days|four-day|flexible (?:hours|working)|async|parental leave|vacation',
  de: 'home ?-?office|mobile(?:s|m)? arbeiten|remote|tage urlaub|urlaubstage|flexible arbeitszeit\\p{L}*|gleitzeit|vier-tage-woche|elternzeit|jobticket|betriebliche altersvorsorge',
  fr: 'télétravail|jours de congés|rtt|mutuelle|horaires flexibles|congé (?:parental|maternité|paternité)|semaine de quatre jours|tickets? restaurant',
  es: 'teletrabajo|días de vacaciones|horario flexible|jornada',
  it: 'smart working|giorni di ferie|orario flessibile|telelavoro',
  pt: 'trabalho remoto|home office|dias de férias|horário flexível',
  nl: 'thuiswerken|vakantiedagen|flexibele werktijden',
  sv: 'distansarbete|semesterdagar|föräldraledighet|flextid',
  cjk: '年間休日|在宅勤務|リモートワーク|テレワーク|フレックス|有給|育児休|住宅手当|週休|远程办公|재택',
});
