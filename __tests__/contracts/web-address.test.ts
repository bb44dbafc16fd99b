import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WebAddress } from '../../contracts/request.ts';
import { carriesCredentials } from '../../contracts/web-credentials.ts';

describe('an address of the web', () => {
  it.each([
    ['https://acme.example'],
    ['http://acme.example:8080/a@b?mail=me@acme.example#@'],
    ['https://@acme.example'],
    ['https://:@acme.example'],
    ['https://acme.example\\@b'],
  ])('is %s', (address) => {
    expect(WebAddress.safeParse(address).success).toBe(true);
  });

  it.each([
    ['https://me:secret@acme.example', 'must not carry a user name or password'],
    ['https://me@acme.example', 'must not carry a user name or password'],
    ['https://:secret@acme.example', 'must not carry a user name or password'],
    ['HTTPS://a@b@acme.example', 'must not carry a user name or password'],
    ['https:/me:secret@acme.example', 'must be an http or https address'],
    ['ftp://acme.example', 'must be an http or https address'],
    ['&', 'must be an http or https address'],
  ])('is not %s', (address, message) => {
    // Act
    const { error } = WebAddress.safeParse(address);

    // Assess
    expect(error?.issues[0]?.message).toContain(message);
  });

  it('tells the name and password that a request would send, whatever they are', () => {
    const part = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(part, part, (username, password) => {
        // Prepare
        const url = new URL('https://acme.example/about');
        url.username = username;
        url.password = password;

        // Act and assess
        expect(carriesCredentials(url.href)).toBe(username !== '' || password !== '');
      }),
    );
  });
});
