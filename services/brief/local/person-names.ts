import type { Analysis } from '../../../contracts/index.ts';
import { findTitles } from '../job-titles.ts';

const PARTICLE = '(?:van|von|de|der|den|da|di|del|della|dos|du|la|le|bin|ibn|al|el|ter|ten|zu|y|e|af|av|O)';
const WORD = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}]{0,30}(?:['’-]\\p{Lu}?[\\p{L}\\p{M}]{1,30}){0,3})";

/** Two to four capitalized words, with particles and initials: the shape of a person's name. */
const SHAPE = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?: (?:${PARTICLE} ){0,2}(?:[dl]['’])?${WORD}){1,3}(?![\\p{L}\\p{N}])`,
  'gu',
);

/** Family name, space, given name in Japanese or Chinese characters; a foreign name in Katakana with a middle dot; a Korean name of three syllables. */
const CJK_SHAPE =
  /(?<![\p{L}\p{N}])(?:[\p{Script=Han}々]{1,4} [\p{Script=Han}々\p{Script=Hiragana}\p{Script=Katakana}ー]{1,5}|[\p{Script=Katakana}ー]{2,12}(?:・[\p{Script=Katakana}ー]{1,12}){1,3}|[\p{Script=Hangul}]{3})(?![\p{L}\p{N}])/gu;

const HAN = '[\\p{Script=Han}々]';
const HAN_OR_KANA = '[\\p{Script=Han}々\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const HAN_NAME = `(?:${HAN}${HAN_OR_KANA}{2,6}?|${HAN}{2})`;

/**
 * A name that no space divides, which only the title beside it tells from other words: "代表取締役 山田太郎", "山田太郎(取締役)". Before a title stands a name only
 * where nothing follows the title: "青葉運輸 代表取締役 黒田正明" begins with a company. Titles are blanked out as "·".
 */
const HAN_BESIDE_TITLE = new RegExp(
  `(?<=·[))]?(?:の|[\\s||::・、/]{0,3}))${HAN_NAME}(?=$|[\\s|、。,((・]|氏|が|は|も|に|と)` +
    `|(?<=^|[\\s|、,])${HAN_NAME}(?=[\\s||、,((::]{0,3}[·\\s兼・/]*·[))]?(?:$|[|、。,/]))`,
  'gu',
);
const HAN_ALONE = new RegExp(`^${HAN_NAME}$`, 'u');

/** Whether a text is a name in Japanese or Chinese characters that no space divides. It may be another short word: what stands beside it decides. */
export function isNameOfHan(text: string): boolean {
  return HAN_ALONE.test(text) && !NO_CJK_NAME.test(text) && findTitles(text).length === 0;
}

/** A name in Japanese or Chinese characters without the reading or transcription that stands behind it: "有馬 千尋Chihiro Arima", "山田太郎(やまだ たろう)". */
export function withoutTranscription(text: string): string {
  const bare = text.replace(
    /\s*(?:[((][\p{Script=Hiragana}\p{Script=Katakana}A-Za-z .'’ー-]+[))]|[A-Z][A-Za-z.'’-]+(?: [A-Z][A-Za-z.'’-]+){1,2})$/u,
    '',
  );
  return /^[\p{Script=Han}\p{Script=Katakana}]/u.test(bare) ? bare : text;
}

/** Characters of organizations, places and headings that names of people are not written beside. */
const NO_CJK_NAME =
  /会社|代表|役員|経営|メンバー|チーム|幹部|スタッフ|メッセージ|インタビュー|プロフィール|株主|顧問|取締|本部|部門|事業|情報|採用|募集|住所|所在|電話|設立|資本|従業|概要|紹介|一覧|製品|営業|開発|技術|管理|東京|大阪|京都|神戸|株式|大学|銀行|案内|沿革|理念|挨拶|組織|拠点|社員|経歴|略歴|方針|当社|弊社|(?:都|県|市|区|町|年|名|円|様|部|課|室|社|店|運輸|物流|工業|製作所|水産|電機|電子|商事|建設|産業|交通|鉄道|精機|製薬|食品|通信|研究所|組合|協会|病院)$|회사|본사|대표|이사/u;

/** Words that headings and organizations use and names of people do not. */
const NO_NAME =
  /(?<![\p{L}\p{M}])(?:Our|The|We|You|Your|About|Team|Leadership|Management|Board|Company|Contact|Careers?|News|Blog|Press|Read|Learn|More|Meet|Join|Us|Executive|Officer|Chief|Head|Vice|President|Director|Founder|Manager|Engineering|Engineer|Product|Sales|Marketing|Finance|Operations|People|Design|Inc|Ltd|LLC|GmbH|AB|Group|Studio|Agentur|Agence|Agency|Atelier|Cabinet|Group|Groupe|Gruppe|Gruppo|Grupo|Maison|Société|Firma|Empresa|Partners|Ventures|Capital|Fund|University|Institute|Bank|Holdings|Technologies|Systems|Solutions|Software|Labs|Services|Open|Positions|Values|Mission|How|What|Why|When|And|For|With|In|At|Of|By|On|To|From|Since|Before|After|Today|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|North|South|East|West|New|San|United|Senior|Staff|Lead|Advisor|Investors?|Co|Privacy|Policy|Terms|Service|Customer|Customers|Success|Support|Security|Data|Cloud|Platform|Global|International|Unser|Unsere|Kunde|Kundin|Kunden|Notre|Nos)(?![\p{L}\p{M}])/u;

/** A name of a person in a text. */
export interface PersonMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The names of people in a text, job titles left out: those that the analysis knows as people, and what has the shape of a name. */
export function findPeople(text: string, analysis: Analysis): PersonMention[] {
  const titles = findTitles(text);
  const blanked = withoutTitles(text, titles);
  const found = [SHAPE, CJK_SHAPE, HAN_BESIDE_TITLE].flatMap((shape) => [...blanked.matchAll(shape)]);
  const shaped = found.map((match) => ({
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
  const organizations = new Set(
    analysis.entities
      .filter(({ type }) => type === 'ORGANIZATION' || type === 'LOCATION')
      .flatMap(({ name, variants }) => [name, ...variants]),
  );
  return shaped.filter(({ name }) => !NO_NAME.test(name) && !NO_CJK_NAME.test(name) && !organizations.has(name));
}

/** Blanks titles out, so that offsets stay. */
function withoutTitles(text: string, titles: readonly { readonly start: number; readonly end: number }[]): string {
  return titles.reduce(
    (blanked, { start, end }) => blanked.slice(0, start) + '·'.repeat(end - start) + blanked.slice(end),
    text,
  );
}
