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

const FIELD =
  '(?:[A-Z][\\w&-]*|[a-z]*(?:ing|tions?|ance|ment|sales|product|people|design|data|finance|legal|support|success|security|research))(?:(?: and | & |,? )(?=[A-Z])[A-Z][\\w-]*)*';
const TITLE = new RegExp(
  [
    '[Cc]hief (?:of [Ss]taff|(?:[A-Za-z]+ ){1,3}[Oo]fficer|[A-Z][a-z]+(?: [A-Z][a-z]+)?)',
    'C(?:EO|TO|FO|OO|MO|PO|IO|ISO|RO|HRO|SO|DO|CO)',
    `(?:(?:[Ss]enior |[Ee]xecutive )?[Vv]ice[ -][Pp]resident|[SE]?VP)(?:,? (?:of |for )?${FIELD})?`,
    `(?:[Gg]lobal )?[Hh]ead of ${FIELD}`,
    `(?:[Mm]anaging |[Ee]xecutive |[Tt]echnical |[Ee]ngineering |[Aa]rt |[Cc]reative |[Ss]enior )*[Dd]irector(?: of ${FIELD}|, ${FIELD})?`,
    '[Cc]o-?[Ff]ounder|[Ff]ounder|[Ff]ounding [Pp]artner|[Mm]anaging [Pp]artner|[Gg]eneral [Mm]anager|[Gg]eneral [Cc]ounsel',
    '[Pp]resident|[Cc]hair(?:man|woman|person)?(?: of the [Bb]oard)?|[Oo]wner|[Pp]artner|[Ii]nvestor',
    'Geschäftsführer(?:in)?|Vorstandsvorsitzende[rn]?|Vorstand|Gründer(?:in)?|PDG|[Dd]irect(?:eur|rice) [Gg]énérale?|[Dd]irector(?:a)? [Gg]eneral|[Ff]undador(?:a)?|[Ff]ondat(?:eur|rice)|[Aa]mministratore [Dd]elegato',
  ].join('|'),
  'gu',
);
const BOUNDED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${TITLE.source})(?![\\p{L}\\p{N}])`, 'gu');
const CJK_TITLE = /代表取締役(?:社長)?|最高経営責任者|最高技術責任者|首席执行官|创始人|대표이사/gu;

/** The titles of leaders in a text, in order: C-level, founders, vice presidents, heads, directors, chairs, in English and some in German, French, Spanish, Italian, Japanese, Chinese, Korean. */
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
export function canonicalTitle(title: string): string {
  const lower = title
    .toLowerCase()
    .replace(/vice-president/g, 'vice president')
    .replace(/^((?:s|e)?vp),? (?:of )?/, '$1 of ')
    .replace(/ of the board$/, '');
  const [first = '', ...rest] = lower.split(' ');
  return C_LEVEL.get(lower) ?? [C_LEVEL.get(first) ?? first, ...rest].join(' ').trim();
}
