const MS_PER_SECOND = 1_000;
const MS_PER_MINUTE = 60_000;
const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;

const CLOCK = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "0.4 s", "12 s", "2 min 5 s" for milliseconds. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, milliseconds) / MS_PER_SECOND;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** How long something took, or has been taking until now; undefined when it has not begun. */
export function timeTaken(
  times: { readonly started_at?: string; readonly ended_at?: string },
  now: Date,
): string | undefined {
  if (times.started_at === undefined) return undefined;
  const end = times.ended_at === undefined ? now : new Date(times.ended_at);
  return duration(end.getTime() - new Date(times.started_at).getTime());
}

/** A date and time as the reader's own settings write it. */
export function moment(iso: string): string {
  return CLOCK.format(new Date(iso));
}

/** "now", "5 minutes ago", "yesterday". */
export function ago(iso: string, now: Date): string {
  const minutes = Math.round((new Date(iso).getTime() - now.getTime()) / MS_PER_MINUTE);
  if (Math.abs(minutes) < MINUTES_PER_HOUR) return minutes === 0 ? 'just now' : AGO.format(minutes, 'minute');
  const hours = Math.round(minutes / MINUTES_PER_HOUR);
  return Math.abs(hours) < HOURS_PER_DAY
    ? AGO.format(hours, 'hour')
    : AGO.format(Math.round(hours / HOURS_PER_DAY), 'day');
}

/** "812 bytes", "14 KB", "2.3 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte');
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** "1 page", "1,200 words"; `noun` is a singular that takes an s. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** A text that fits into so many characters, cut with an ellipsis. */
export function shortened(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, Math.max(0, characters - 1))}…`;
}
