/** Dollars in as many digits as tell something: two, or four below ten cents. */
export function toDollars(usd: number): string {
  return `$${usd.toFixed(usd > 0 && usd < 0.1 ? 4 : 2)}`;
}
