const ASSIGNMENT = /^\s*(?:(?:var|let|const)\s+|(?:window|self|globalThis)[.[]["']?)[\w$]{1,60}["']?\]?\s*=\s*(?=[[{])/;

/** Start of a script that is looked at, in characters; an assignment's left side is far shorter. */
const MAX_START_CHARACTERS = 200;

/** Whether a script starts as an assignment of data: `window.__STATE__ = {…}`. */
export function isAssignedData(code: string): boolean {
  return ASSIGNMENT.test(code.slice(0, MAX_START_CHARACTERS));
}

/** The data that such a script assigns, as its text; nothing is run. */
export function assignedData(code: string): string {
  return code.replace(ASSIGNMENT, '').trimEnd().replace(/;$/, '');
}
