import ipaddr from 'ipaddr.js';

/** IPv4 networks that the library takes for public and where no company's site is: a cloud's own endpoint (Azure 168.63.129.16) and the retired 6to4 relays. */
const FORBIDDEN_IPV4 = ['168.63.129.16/32', '192.88.99.0/24'].map((cidr) => ipaddr.IPv4.parseCIDR(cidr));

/** The only IPv6 space that is handed out for the public Internet (IANA: 2000::/3). */
const GLOBAL_UNICAST_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Inside 2000::/3 and yet not a place for a site: protocol assignments with Teredo and benchmarking, documentation, 6to4. */
const FORBIDDEN_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'].map((cidr) =>
  ipaddr.IPv6.parseCIDR(cidr),
);

/** The well-known prefix of NAT64 (RFC 6052): on networks without IPv4 every IPv4 site has such an address, so the IPv4 address in it decides. */
const NAT64_WELL_KNOWN = ipaddr.IPv6.parseCIDR('64:ff9b::/96');

function isPublicIPv4(address: ipaddr.IPv4): boolean {
  return address.range() === 'unicast' && !FORBIDDEN_IPV4.some((network) => address.match(network));
}

function lastFourBytes(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

function isPublicIPv6(address: ipaddr.IPv6): boolean {
  if (address.isIPv4MappedAddress()) return isPublicIPv4(address.toIPv4Address());
  if (address.match(NAT64_WELL_KNOWN)) return isPublicIPv4(lastFourBytes(address));
  if (!address.match(GLOBAL_UNICAST_IPV6)) return false;
  return address.range() === 'unicast' && !FORBIDDEN_IPV6.some((network) => address.match(network));
}

/**
 * Whether an IP address, in any spelling, lies on the public Internet. False for private, loopback, link-local, shared, reserved,
 * documentation and multicast addresses, for cloud metadata endpoints, for every IPv6 form that carries an IPv4 address in it
 * (compatible, translated, 6to4, Teredo; mapped and NAT64 are judged by the IPv4 address), and for what is no address at all.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv4 ? isPublicIPv4(parsed) : isPublicIPv6(parsed as ipaddr.IPv6);
}

/** Whether an IP address is a loopback address (127.0.0.0/8, ::1). */
export function isLoopbackAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}
