import { CJK_TITLES, TITLES_IN_OTHER_LANGUAGES } from './titles-in-other-languages.ts';

/** A job title of a leader in a text; `title` in a canonical form that abbreviations share with what they stand for. */
export interface TitleMention {
  readonly title: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const C_LEVEL: ReadonlyMap<string, string> = new Map([
  ['ceo', 'chief executive officer'],
  ['cto', 'chief technology officer'],
  ['cfo', 'chief financial officer'],
  ['coo', 'chief operating officer'],
  ['cmo', 'chief marketing officer'],
  ['cpo', 'chief product officer'],
  ['cio', 'chief information officer'],
  ['ciso', 'chief information security officer'],
  ['cro', 'chief revenue officer'],
  ['chro', 'chief human resources officer'],
  ['cso', 'chief strategy officer'],
  ['cdo', 'chief data officer'],
  ['cco', 'chief commercial officer'],
  ['chief technical officer', 'chief technology officer'],
  ['chief finance officer', 'chief financial officer'],
  ['chief operations officer', 'chief operating officer'],
  ['vp', 'vice president'],
  ['svp', 'senior vice president'],
  ['evp', 'executive vice president'],
  ['cofounder', 'co-founder'],
  ['chairwoman', 'chair'],
  ['chairman', 'chair'],
  ['chairperson', 'chair'],
]);

/** Fields of work that titles name. Any other capitalized word after a comma is a company or a person. */
const WORK =
  '(?:[Ss]oftware |[Ii]nformation |[Hh]uman |[Bb]usiness |[Cc]ustomer |[Pp]roduct |[Pp]ublic |[Tt]alent |[Dd]ata |[Gg]lobal |[Pp]eople |[Ll]ocal |[Ff]ield |[Cc]orporate )?' +
  '(?:[Ee]ngineering|[Pp]roducts?|[Ss]ales|[Mm]arketing|[Oo]perations|[Ff]inance|[Pp]eople|[Rr]esources|HR|IT|[Dd]esign|[Dd]ata|[Tt]echnology|[Rr]esearch|[Ll]egal|[Cc]ommunications?|[Rr]elations|[Aa]ffairs|[Gg]rowth|[Ss]trategy|' +
  '[Ss]ecurity|[Dd]evelopment|[Pp]artnerships?|[Cc]ontent|[Bb]rand|[Pp]latform|[Ii]nfrastructure|[Ss]cience|[Qq]uality|[Ss]upport|[Ss]uccess|[Aa]cquisition|[Aa]nalytics|[Rr]evenue|[Ss]earch|[Ee]xperience|[Ll]ogistics|[Cc]ulture|' +
  '[Mm]anufacturing|[Pp]rocurement|[Cc]ompliance|[Aa]ccounts?|[Rr]isk|[Ii]nnovation|[Cc]ommunity|[Pp]rograms?|AI|ML|R&D|Vertrieb|Produkt|Entwicklung|Finanzen|Personal|Technik|Kundenerfolg|[Pp]roduit|[Vv]entes)';
const WORKS = `${WORK}(?:(?:,| and| &)? ${WORK})*`;

/** After "of" anything in capitals is a field: "Head of Trust and Safety". */
const OF_FIELD = `(?:${WORKS}|[A-Z][\\w&-]*(?: (?:and|&) [A-Z][\\w-]*)?)`;
const TITLE = new RegExp(
  [
    ...TITLES_IN_OTHER_LANGUAGES,
    '[Cc]hief (?:of [Ss]taff|(?:[A-Za-z]+ ){1,3}[Oo]fficer|(?:[Ss]oftware )?(?:[Ee]ngineer|[Aa]rchitect|[Ss]cientist|[Ee]conomist|[Ee]xecutive|[Ee]ditor|[Dd]esigner|[Ee]vangelist|[Cc]ounsel))',
    'C(?:EO|TO|FO|OO|MO|PO|IO|ISO|RO|HRO|SO|DO|CO)',
    `(?:(?:[Ss]enior |[Ee]xecutive )?[Vv]ice[ -][Pp]resident|[SE]?VP)(?:,? (?:of|for) ${OF_FIELD}|,? ${WORKS})?`,
    `(?:[Gg]lobal )?[Hh]ead of ${OF_FIELD}`,
    `(?:[Mm]anaging |[Ee]xecutive |[Tt]echnical |[Ee]ngineering |[Aa]rt |[Cc]reative |[Ss]enior )*[Dd]irector(?: of ${OF_FIELD}|, ${WORKS})?`,
    '[Cc]o-?[Ff]ounder|[Ff]ounder|[Ff]ounding [Pp]artner|[Mm]anaging [Pp]artner|[Gg]eneral [Mm]anager|[Gg]eneral [Cc]ounsel',
    'President|Chair(?:man|woman|person)?(?: of the [Bb]oard)?|Owner|Partner|Investor',
  ].join('|'),
  'gu',
);
const BOUNDED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${TITLE.source})(?![\\p{L}\\p{N}])`, 'gu');
const CJK_TITLE = new RegExp(CJK_TITLES.join('|'), 'gu');

/** The titles of leaders in a text, in order: C-level, founders, vice presidents, heads, directors, chairs, in English and those of the larger languages of Europe and East Asia. */
export function findTitles(text: string): TitleMention[] {
  return [...text.matchAll(BOUNDED), ...text.matchAll(CJK_TITLE)]
    .map((match) => ({
      title: canonicalTitle(match[0]),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .sort((one, other) => one.start - other.start);
}

/** A title in lower case with its abbreviations written out. */
function canonicalTitle(title: string): string {
  const lower = title
    .toLowerCase()
    .replace(/vice-president/g, 'vice president')
    .replace(/^((?:s|e)?vp),? (?:of )?/, '$1 of ')
    .replace(/ of the board$/, '');
  const [first = '', ...rest] = lower.split(' ');
  return C_LEVEL.get(lower) ?? [C_LEVEL.get(first) ?? first, ...rest].join(' ').trim();
}
