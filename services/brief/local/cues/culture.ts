import { anyLanguage } from './any-language.ts';

/** Headings over what a company values. */
export const VALUES_HEADING = anyLanguage({
  en: 'values?|principles|culture|how we work|what we believe(?: in)?|beliefs|what we stand for|what matters|what (?:drives|guides) us|our (?:promises?|manifesto)|ways of working',
  de: '(?:unsere )?werte|\\p{L}*kultur|leitbild|grundsätze|wofür wir stehen|dafür stehen wir|(?:so|wie) (?:wir arbeiten|arbeiten wir|wir ticken|ticken wir)|woran wir glauben|was uns (?:wichtig ist|antreibt|ausmacht|verbindet|leitet)|unsere? (?:haltung|überzeugung(?:en)?|prinzipien|leitsätze|versprechen|philosophie)',
  fr: "valeurs|notre culture|principes|ce qui nous (?:tient à cœur|anime|guide|rassemble|unit|distingue)|ce (?:en|à) quoi nous (?:croyons|tenons)|engagements|convictions|notre (?:philosophie|manifeste|façon de travailler|état d[’']esprit)|comment nous travaillons",
  es: 'valores|principios|cultura|en qué creemos|en lo que creemos|lo que nos (?:mueve|importa|une)|cómo trabajamos|nuestros compromisos',
  it: 'valori|principi|cultura|in (?:che )?cosa crediamo|ciò in cui crediamo|come lavoriamo|i nostri impegni|cosa ci (?:guida|unisce)',
  pt: 'valores|princípios|cultura|em que acreditamos|no que acreditamos|como trabalhamos|o que nos (?:move|une)|nossos compromissos',
  nl: '(?:kern)?waarden|cultuur|waar (?:wij|we) (?:voor staan|in geloven)|hoe (?:wij|we) werken|zo werken (?:wij|we)|onze principes',
  sv: 'värderingar|kultur',
  cjk: '(?:経営|企業|基本|行動)?理念|社是|社訓|信条|クレド|行動(?:原則|基準)|フィロソフィー?|大事にして|大切にし(?:ている|たい)|価値観|バリュー|行動指針|大切にしていること|企業文化|行動規範|价值观|핵심 ?가치',
});

/** Headings over what one gets for working there. */
export const BENEFITS_HEADING = anyLanguage({
  en: 'benefits|perks|what we offer|why (?:join|work)',
  de: 'benefits|vorteile|(?:was )?wir (?:ihnen |dir )?bieten|das (?:bieten wir|erwartet) .*|(?:deine|ihre) vorteile',
  fr: '(?:vos |nos )?avantages|ce que nous (?:vous )?offrons|pourquoi nous rejoindre',
  es: 'beneficios|qué ofrecemos|ofrecemos|ventajas',
  it: 'benefit|cosa offriamo|offriamo|vantaggi',
  pt: 'benefícios|o que oferecemos',
  nl: 'wat (?:wij|we) bieden|arbeidsvoorwaarden|voordelen',
  sv: 'förmåner|vi erbjuder',
  cjk: '福利厚生|待遇|働く環境|制度|福利|복지',
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
  es: 'teletrabajo|días (?:laborables )?de vacaciones|horario flexible|jornada|remoto|seguro médico|conciliación',
  it: 'smart working|giorni di ferie|orario flessibile|telelavoro|da remoto|buoni pasto|welfare aziendale',
  pt: 'trabalho remoto|teletrabalho|home office|dias (?:úteis )?de férias|horários? flexíve(?:l|is)|seguro de saúde|regime híbrido',
  nl: 'thuiswerk\\p{L}*|thuis (?:te )?werken|vakantiedagen|flexibele werktijden|vierdaagse werkweek|pensioenregeling|reiskostenvergoeding',
  sv: 'distansarbete|semesterdagar|föräldraledighet|flextid',
  cjk: '年間休日|在宅勤務|リモートワーク|テレワーク|フレックス|有給|育児休|住宅手当|週休|远程办公|재택',
});
