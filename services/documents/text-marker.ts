const MARKER = /^(?:[-–—*•‣▪▫◦●○■□◆►➢✓✔·]\s+|\d{1,2}[.)]\s+(?=\S))/u;
const NUMBER = /^\d/;

/** Whether a line of text begins as an item of a list. */
export function isListItem(line: string): boolean {
  return MARKER.test(line);
}

/** The item without its bullet; numbers stay, since texts refer to them. */
export function stripMarker(line: string): string {
  return NUMBER.test(line) ? line : line.replace(MARKER, '');
}
