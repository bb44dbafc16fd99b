import { anyLanguage } from './any-language.ts';

/** A line that names a job, by the word for who does it or by the marks that job advertisements carry. */
export const ROLE = anyLanguage({
  en:
    '(?:engineer|developer|manager|designer|analyst|scientist|director|specialist|architect|lead|consultant|researcher|recruiter|accountant|administrator|coordinator|representative|executive|writer|editor|' +
    'technician|nurse|assistant|intern|operator|associate|officer|planner|buyer|chef|driver|teacher)s?|\\((?:m|f|w|h|d|x|all genders)[^)]{0,12}\\)',
  de:
    '\\p{L}*(?:entwickler|techniker|ingenieur|manager|leiter|berater|verkäufer|sachbearbeiter|kaufmann|kauffrau|fachkraft|kraft|mechaniker|mechatroniker|meister|buchhalter|redakteur|assistent|praktikant|' +
    'werkstudent|elektroniker|informatiker|spezialist|experte|expertin|disponent|programmierer|gestalter|laborant|schlosser|monteur|fahrer|pfleger|referent|architekt|auszubildende|trainee)(?:[:*/_]?-?in|[:*/_]?-?innen|r)?|(?:duales )?\\p{L}*(?:werkstudium|studium|praktikum|ausbildung|volontariat|traineeprogramm)|\\p{L}*leitung',
  fr:
    "développeu(?:r|se)s?|ingénieure?s?|technicien(?:ne)?s?|chargée? d[e’'].*|chef(?:fe)? d[e’'].*|responsable|comptable|commerciale?|assistante?|vendeu(?:r|se)|conseill(?:er|ère)|stagiaire|alternante?|" +
    'direct(?:eur|rice)|opérat(?:eur|rice)|rédact(?:eur|rice)|concept(?:eur|rice)|conduct(?:eur|rice)|infirmi(?:er|ère)|dessinat(?:eur|rice)|projet(?:eur|euse)|animat(?:eur|rice)|administrat(?:eur|rice)|program(?:meur|meuse)|format(?:eur|rice)|architecte|ouvri(?:er|ère)|mécanicien(?:ne)?|' +
    'électricien(?:ne)?|juriste|analyste|acheteu(?:r|se)|gestionnaire|alternance|stage|apprenti(?:e|ssage)?|développeu(?:r·se|se·r|r·euse)',
  es: 'desarrollador(?:a)?|ingenier[oa]|técnic[oa]|responsable|comercial|jef[ea] de|analista|diseñador(?:a)?|consultor(?:a)?|contable|becari[oa]|gerente',
  it: 'sviluppat(?:ore|rice)|ingegnere|tecnic[oa]|responsabile|commerciale|analista|progettista|consulente|contabile|tirocinante|addett[oa]',
  pt: 'desenvolvedor(?:a)?|engenheir[oa]|técnic[oa]|gerente|analista|consultor(?:a)?|estagiári[oa]|vendedor(?:a)?',
  nl: '\\p{L}*(?:ontwikkelaar|ingenieur|medewerker|beheerder|adviseur|monteur|verkoper|stagiair)(?:e|ster)?',
  sv: '\\p{L}*(?:utvecklare|ingenjör|tekniker|säljare|chef|handläggare|ekonom|konsult|praktikant)',
  cjk:
    'エンジニア|デザイナー|サイエンティスト|マネージャー|マネジャー|プログラマ|アナリスト|コンサルタント|ディレクター|プランナー|マーケター|アシスタント|スタッフ|サポート|オペレーター|リーダー|営業|経理|人事|総務|広報|事務|' +
    '技術者|研究員|(?<!セン|データ)ター(?=$|[\\s(((/])|サクセス|セールス|マーケティング|企画|法務|財務|開発担当|ドライバー|ライター|ストア|店長|看護師|介護|教員|プロダクトオーナー|スクラムマスター|インターン|整備士|運転手|販売員|職(?:$|[\\s((/・])|工程师|经理|设计师|엔지니어|개발자|디자이너|매니저',
});

/** Marks that only job advertisements carry: who may apply ("m/w/d", "H/F"), the share of full time ("80–100 %"). */
export const ROLE_MARK =
  /\((?:[mwfhdx] ?[/|] ?)+[mwfhdx]\)|(?<![\p{L}/])(?:H\/F|F\/H)(?![\p{L}/])|\(\d{2,3} ?[–-] ?\d{2,3} ?%\)/u;

/** Kinds of contract and hours, which lists of open roles name behind a mark: "Mouleur – CDI – Aubagne", "整備士 | 正社員". */
export const CONTRACT =
  /[–—|·(/(-] ?(?:CDI|CDD|VIE|alternance|stage|[Vv]ollzeit|[Tt]eilzeit|unbefristet|[Ff]ull[- ]time|[Pp]art[- ]time|[Jj]ornada completa|[Tt]iempo completo|[Cc]ontrato indefinido|[Tt]empo (?:pieno|indeterminato|inteiro|integral)|[Vv]oltijd|[Dd]eeltijd|\d{2} uur|[Hh]eltid|正社員|契約社員|パート|アルバイト)(?![\p{L}])/u;

/** The head of a column, or the label of a row, that names jobs. */
export const JOB_LABEL =
  /^(?:roles?|vacancy|openings?|職種(?:名)?|募集職種|ポジション|stelle(?:nbezeichnung)?|position|titel|job(?:titel| title)?|poste|intitulé(?: du poste)?|puesto|vacante|posizione|ruolo|vaga|função|functie|vacature|tjänst|岗位|职位|직무)$/iu;

/** Labels that tell of a job something else than its name: place, pay, hours. */
export const DETAIL_LABEL =
  /^(?:仕事内容|業務内容|応募資格|必須(?:要件|スキル)|歓迎(?:要件|スキル)|給与|初任給|待遇|福利厚生|勤務(?:地|時間|形態)|雇用形態|休日(?:・?休暇)?|昇給|賞与|応募方法|選考(?:方法|フロー)?|試用期間|募集人数|locations?|salary|closing date|department|team|contract|hours|bereich|umfang|abteilung|standort|arbeitsort|gehalt|beginn|lieu|salaire|contrat|lugar|salario|sede|luogo|local|salário|standplaats|salaris)$/iu;

/** Headings over a list of open roles. */
export const ROLES_HEADING = anyLanguage({
  en: '(?:open|current|available)[^.]{0,20} (?:roles?|positions?|jobs?|vacanc\\w*|openings?|opportunities)|vacancies|job openings|jobs at .*|jobs',
  de: '(?:offenen?|aktuellen?|freien?) (?:stellen|positionen|jobs)|(?:aktuell|derzeit) suchen wir|(?:dein|ihr) job .*|jobs (?:bei|in) .*|(?:das |wen |was )?suchen wir.*|wir suchen.*|das suchen wir.*|stellen(?:angebote|anzeigen|ausschreibungen|markt|börse|portal)|jobangebote',
  fr: "postes (?:ouverts|à pourvoir)|offres d[’']emploi|nos offres|(?:nous recrutons|on recrute|nous recherchons|nous recherchons actuellement|nous cherchons|nos postes?|nos opportunités|offres du moment)[ !]*",
  es: 'vacantes|ofertas (?:de empleo|de trabajo|abiertas)|puestos (?:abiertos|vacantes)|posiciones abiertas|(?:buscamos|estamos buscando|qué buscamos)',
  it: 'posizioni (?:aperte|ricercate)|offerte di lavoro|ricerche in corso|(?:cerchiamo|stiamo cercando|chi cerchiamo)',
  pt: 'vagas(?: (?:abertas|em aberto))?|oportunidades|(?:procuramos|estamos (?:à procura|contratando|a contratar))',
  nl: '(?:openstaande |open |onze )?vacatures|(?:wij|we) zoeken',
  sv: 'lediga (?:jobb|tjänster)',
  cjk: '募集(?:職種|要項|中|ポジション)|求人(?:情報|一覧)?|職種一覧|招聘职位|채용 ?공고',
});

/** Headings over how a company hires. */
export const HIRING_HEADING = anyLanguage({
  en: '^(?:flow|(?:the |our )?process)$|how we hire|(?:hiring|interview|recruitment|application|selection) process|how to apply|what happens next|next steps|what to expect',
  de: 'bewerbungs(?:prozess|ablauf|verfahren)|(?:so |wie )?läuft (?:die|ihre|deine|das|es) .*|so läuft.?s(?: ab)?|so bewerben sie sich|wie (?:es|geht es) weiter.*|nach (?:ihrer|deiner) bewerbung|auswahlverfahren|ablauf der bewerbung|ihr weg zu uns|dein weg zu uns',
  fr: "(?:notre |le |votre )?(?:processus|parcours) (?:de recrutement|de candidature|candidat)|étapes (?:du |de |de votre |d[’']une )(?:recrutement|candidature)|comment (?:nous )?recrut.*|(?:comment |pour )postuler|comment ça (?:se )?passe|votre candidature|les étapes",
  es: 'proceso de selección|cómo (?:es el proceso|seleccionamos|contratamos)|pasos del proceso',
  it: 'processo di selezione|come selezioniamo|come si svolge(?: la selezione)?|iter di selezione|come candidarsi',
  pt: 'processo (?:seletivo|de (?:seleção|recrutamento))|como (?:contratamos|recrutamos|é o processo)',
  nl: 'sollicitatie(?:procedure|proces)|(?:zo|hoe) (?:solliciteer|werkt solliciteren).*|hoe (?:wij|we) selecteren',
  sv: 'rekryteringsprocess(?:en)?',
  cjk: '選考(?:の流れ|フロー|プロセス|について|方法|ステップ)|応募(?:の流れ|方法)|招聘流程|채용 ?절차',
});

/** What happens while a company hires. */
export const HIRING_STEP = anyLanguage({
  en: '(?:interview|video ?call|call|talk|task|challenge|panel|meet|conversation|stage|round|recruiter)\\w*',
  de: '\\p{L}*(?:gespräch|call|hospitation|telefonat|probetag|probearbeit|kennenlern|auswahltag|rückmeldung)\\p{L}*',
  fr: 'entretiens?|appel\\p{L}*|immersion|journée|rencontr\\p{L}*|test technique|échange',
  es: 'entrevistas?|llamada|prueba',
  it: 'colloqui\\p{L}*|chiamata|prova',
  pt: 'entrevistas?|conversa|teste',
  nl: '\\p{L}*gesprek(?:ken)?|kennismaking',
  sv: 'intervju\\p{L}*|samtal',
  cjk: '面接|面談|書類選考|適性検査|内定|面试|면접',
});
