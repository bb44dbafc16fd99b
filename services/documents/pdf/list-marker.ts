/** Signs that stand before the items of a list; icon fonts put theirs into the private use area. */
const BULLET = /^\s*(?:[•‣▪▫◦●○■□◆◇▸►▶➢➤➔✓✔❖⁃·∙\uE000-\uF8FF]+|[-–—*](?=\s)|§(?=\s+\p{L})|o(?=\s+\p{Lu}))\s*/u;

/** Signs of icon fonts further on in a line: then the first one is an icon too, as before the telephone number of a resume. */
const LATER_ICON = /.[\uE000-\uF8FF]/u;

const ICON = /^\s*[\uE000-\uF8FF]/u;

const NUMBER = /^\(?(?:\d{1,2}|\p{Ll}|[ivx]{1,4})[.)]\s+\S/u;

/** Tells whether a line begins with a bullet, and gives it without. A line of nothing but a bullet has an empty text. */
export function splitBullet(line: string): { bullet: boolean; text: string } {
  const marker = BULLET.exec(line)?.[0];
  if (marker === undefined || (ICON.test(line) && LATER_ICON.test(line))) return { bullet: false, text: line.trim() };
  return { bullet: true, text: line.slice(marker.length).trim() };
}

/** Whether a text begins as an item of a numbered list does: "1. …", "b) …". */
export function startsWithNumber(text: string): boolean {
  return NUMBER.test(text);
}
