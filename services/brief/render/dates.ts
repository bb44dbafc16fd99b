const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "3 March 2025" for an ISO date or date and time, in UTC. */
export function formatDay(iso: string): string {
  return DAY.format(new Date(iso));
}

/** "3 March 2025, 18:30 UTC" for an ISO date and time. */
export function formatMoment(iso: string): string {
  return `${formatDay(iso)}, ${TIME.format(new Date(iso))} UTC`;
}
