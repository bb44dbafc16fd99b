import { byId } from './element.ts';

/** Milliseconds between two announcements: screen readers drop what comes faster. */
const MIN_INTERVAL_MS = 700;

const waiting: string[] = [];
let speaking = false;

/** Says something to whoever hears the page; what comes at once is said one after the other. */
export function announce(text: string): void {
  waiting.push(text);
  if (!speaking) speakNext();
}

function speakNext(): void {
  const text = waiting.shift();
  speaking = text !== undefined;
  if (text === undefined) return;
  byId('announcements').textContent = text;
  setTimeout(speakNext, MIN_INTERVAL_MS);
}
