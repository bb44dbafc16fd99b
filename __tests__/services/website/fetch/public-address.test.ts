import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLoopbackAddress, isPublicAddress } from '../../../../services/website/fetch/public-address.ts';

/** IPv4 networks where nobody's public site is (IANA special-purpose registry, and the endpoint of one cloud). */
const FORBIDDEN = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32',
];

function inside(network: string, random: number): number[] {
  const [base = '', bits = '32'] = network.split('/');
  const start = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const address = start + (random % 2 ** (32 - Number(bits)));
  return [address >>> 24, (address >>> 16) & 255, (address >>> 8) & 255, address & 255].map((byte) => byte & 255);
}

const forbiddenBytes = fc
  .tuple(fc.constantFrom(...FORBIDDEN), fc.nat(2 ** 31 - 1))
  .map(([network, random]) => inside(network, random));
const anyBytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));

function hex(bytes: readonly number[]): string {
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

/** IPv6 forms that carry an IPv4 address. */
const CARRIERS: readonly ((bytes: readonly number[]) => string)[] = [
  (bytes) => `::ffff:${bytes.join('.')}`,
  (bytes) => `::ffff:${hex(bytes)}`,
  (bytes) => `::${hex(bytes)}`,
  (bytes) => `::ffff:0:${hex(bytes)}`,
  (bytes) => `64:ff9b::${hex(bytes)}`,
  (bytes) => `64:ff9b:1::${hex(bytes)}`,
  (bytes) => `2002:${hex(bytes)}::1`,
  (bytes) => `2001:0:${hex(bytes)}::`,
];

describe('addresses of the public Internet', () => {
  it('contain no special IPv4 address, as it stands or carried in IPv6', () => {
    fc.assert(
      fc.property(forbiddenBytes, fc.constantFrom(...CARRIERS), (bytes, carry) => {
        expect(isPublicAddress(bytes.join('.'))).toBe(false);
        expect(isPublicAddress(carry(bytes))).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('contain of compatible, translated, local NAT64, 6to4 and Teredo addresses none at all', () => {
    fc.assert(
      fc.property(anyBytes, fc.constantFrom(...CARRIERS.slice(2).filter((_, index) => index !== 2)), (bytes, carry) => {
        expect(isPublicAddress(carry(bytes))).toBe(false);
      }),
    );
  });

  it('contain nothing outside 2000::/3', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(address.split(':')[0] ?? '', 16);
        fc.pre(
          !address.includes('.') &&
            !address.startsWith('::') &&
            !address.startsWith('64:') &&
            (first < 0x2000 || first > 0x3fff),
        );
        expect(isPublicAddress(address)).toBe(false);
      }),
    );
  });

  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '11.0.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '100.128.0.0',
    '169.255.0.0',
    '192.0.3.0',
    '2606:4700::1111',
    '2a00:1450:4001::1',
    '64:ff9b::808:808',
  ])('contain %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'fec0::1',
    'fe80::1%eth0',
    'fd00:ec2::254',
    '::',
    '::1',
    '3fff::1',
    '5f00::1',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
    '999.1.1.1',
  ])('do not contain "%s"', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it('are never loopback', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(isLoopbackAddress)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['10.0.0.1', '8.8.8.8', 'x'].map(isLoopbackAddress)).toEqual([false, false, false]);
  });
});
