/** What a part of a job description is about. */
export type JobPart = 'nice' | 'must' | 'tasks' | 'benefits' | 'process' | 'company' | 'legal';

/** Headings of job descriptions in English, German, French, Spanish, Italian, Portuguese and Dutch; the first that fits decides, so "preferred qualifications" is nice to have. */
const HEADINGS: readonly (readonly [JobPart, RegExp])[] = [
  ['legal', /equal opportunit|diversity|accommodation|privacy|eeo|disclaimer|e-verify/i],
  [
    'nice',
    /nice[- ]to[- ]have|bonus|preferred|(?:big|a|huge) plus\b|\bplus(?:es)?$|desir(?:ed|able)|good to have|love it\b|(?<!what we['’]d )love to see\b|extra points|would be (?:great|nice)|may also have|(?:set|sets) you apart|(?:make|help) you stand out|icing on the cake|gern gesehen|even better if|was uns .*freut|zusätzlich|\badvantage|\bplus if you|schön wäre|pluspunkte|idealerweise|souhaité|apprécié|ideally|optional|von vorteil|wünschenswert|un plus|serait un|deseable|se valora|valorable|gradito|pluspunt|diferenciais/i,
  ],
  [
    'benefits',
    /benefit|perks|we offer|what you(?:['’]ll| will)? get|what(?:['’]s| is) in it for you|\brewards?\b|on offer\b|kannst du dich freuen|\bpay (?:range|transparency)|können sie sich freuen|nous proposons|compensation|salary|why (?:join|work|you(?:['’]ll| will) love)|in return|wir bieten|das bieten|nous offrons|avantages|ofrecemos|offriamo|wat (?:wij|we) bieden|oferecemos/i,
  ],
  [
    'process',
    /(?:hiring|interview|application|recruitment|selection) (?:process|steps|stages)|how (?:to apply|we hire)|next steps|what to expect|bewerbungsprozess|processus de recrutement|proceso de selección/i,
  ],
  [
    'must',
    /require|qualif|what you(?:['’]ll)? (?:bring|need|have)|what you(?:['’]ll| will) (?:bring|need)|you(?:['’]ll| will)? (?:have|bring|need)|who you are|about you|must[- ]have|minimum|skills|(?:we(?:['’]re| are)?|are) looking for|your (?:profile|background|experience)|experience|ideal candidate|you might be|(?:great|good|right|strong) (?:fit|match)\b|we(?:['’]d| would) (?:like|love|hope|want) (?:to see|you to)|^(?:education|certifications?|licen[cs]es?)(?:,? (?:and|&) [\p{L} ]+)?$|knowledge|competenc|anforderung|profil|was du mitbring|bringen sie mit|bringst du mit|das bringst du|voraussetzung|beeindruck|zeichnet dich|^essential(?! (?:job |duties|functions|responsib|tasks))|^the person$|das solltest du|nous recherchons|vous êtes\b|dich auszeichnet|wünschen wir uns|qualifikation|kenntnisse|compétence|competenze|conocimientos|requisit|perfil|wat (?:jij|je|u) mee|profiel|requisiti/iu,
  ],
  [
    'tasks',
    /responsib|you(?:['’]ll| will) (?:do|be doing|work|own)|your (?:role|tasks|mission|impact|day)|(?:essential|job|key|primary|main) functions|spend your (?:time|days?)|the (?:role|job|position|opportunity)(?! (?:of|for|is)\b)|about the (?:role|job|position)|you will|duties|day[- ]to[- ]day|what the job|aufgaben|deine rolle|missions?\b|responsabilidades|funciones|mansioni|wat ga je doen|takenpakket|in this role|das machst du|was du (?:machst|tust)|erwartet (?:dich|sie)|(?:dich|sie) erwartet|vous ferez|votre rôle|^(?:le |votre )poste$|^(?:le |votre )quotidien$/i,
  ],
  [
    'company',
    /^about\b|who we are|our (?:company|team|story|mission|values|culture)|the (?:company|team)|über uns|qui sommes|quiénes somos|chi siamo|over ons/i,
  ],
];

/** Longest line that can be a heading, in words. */
const MAX_HEADING_WORDS = 9;

/**
 * The part that a heading opens; undefined for a line that is none. Lines that an extractor did not mark as headings must be short, and end with a colon, stand before a list, or
 * be without a mark.
 */
export function jobPartOf(text: string, isHeading: boolean, beforeList = false): JobPart | 'other' | undefined {
  const line = text.replace(/[*_#]+/g, '').trim();
  const words = line.split(/\s+/u).length;
  const is_open = /[:]$|\bif(?: you(?:['’]ve)?(?: have| are| know| can)?)?$/.test(line);
  if (words > MAX_HEADING_WORDS) return undefined;
  const part = HEADINGS.find(([, pattern]) => pattern.test(line))?.[0];
  if (isHeading) return part ?? 'other';
  return /[.,;!?]$|;|^[-•*]|\d/.test(line)
    ? undefined
    : part && (is_open || beforeList || words <= 5)
      ? part
      : undefined;
}
