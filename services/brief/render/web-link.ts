/** An address in normal form if it is one of the web, http or https; undefined for everything else, which is then shown and not linked. */
export function webLink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
