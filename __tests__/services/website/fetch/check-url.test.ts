import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkUrl } from '../../../../services/website/fetch/check-url.ts';

function reasonFor(address: string, allowHosts: readonly string[] = []): string {
  const verdict = checkUrl(address, allowHosts);
  return verdict.allowed ? 'allowed' : verdict.reason;
}

describe('the check of an address by its text', () => {
  it.each([
    ['not an address', 'not a valid address'],
    ['ftp://brightwell.example/', 'only http and https'],
    ['file:///etc/hosts', 'only http and https'],
    ['http://user:secret@brightwell.example/', 'user name or password'],
    ['http://brightwell.example:8080/', 'port 8080'],
    ['https://brightwell.example:22/', 'port 22'],
    ['http://localhost/', 'localhost'],
    ['http://shop.localhost/', 'private network'],
    ['http://localhost./', 'localhost'],
    ['http://printer.local/', 'private network'],
    ['http://db.prod.internal/', 'private network'],
    ['http://router.home.arpa/', 'private network'],
    ['http://metadata.google.internal/', 'private network'],
    ['http://metadata.example/', 'private network'],
    ['http://intranet/', 'local network'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://①②⑦.0.0.1/', '127.0.0.1'],
    ['http://[::ffff:7f00:1]/', 'public Internet'],
  ])('refuses %s', (address, reason) => {
    expect(reasonFor(address)).toContain(reason);
  });

  it.each([
    'https://brightwell.example/',
    'http://brightwell.example:443/',
    'https://localhost.brightwell.example/?to=127.0.0.1',
    'https://internal-audit.example/',
    'http://8.8.8.8/',
  ])('lets %s through', (address) => {
    expect(reasonFor(address)).toBe('allowed');
  });

  it('lets an allow-listed host and port be this machine, and no other network', () => {
    expect(reasonFor('http://127.0.0.1:8080/x', ['127.0.0.1:8080'])).toBe('allowed');
    expect(reasonFor('http://localhost:8080/x', ['localhost:8080'])).toBe('allowed');
    expect(reasonFor('http://127.0.0.1:8081/x', ['127.0.0.1:8080'])).toContain('127.0.0.1');
    expect(reasonFor('http://10.0.0.1:8080/x', ['10.0.0.1:8080'])).toContain('neither on this machine');
    expect(reasonFor('http://127.0.0.1/x', ['127.0.0.1:80'])).toBe('allowed');
  });

  it('refuses the loopback network in every spelling of its number', () => {
    const spelling = fc.constantFrom(
      (n: number) => String(n),
      (n: number) => `0x${n.toString(16)}`,
      (n: number) => `0${n.toString(8)}`,
      (n: number) => [n >>> 24, (n >>> 16) & 255, n & 65_535].join('.'),
      (n: number) => [n >>> 24, n & 16_777_215].join('.'),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0x7f000000, max: 0x7fffffff }), spelling, (number, spell) => {
        expect(checkUrl(`http://${spell(number)}/`).allowed).toBe(false);
      }),
    );
  });
});
