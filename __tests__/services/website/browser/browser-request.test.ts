import { describe, expect, it } from '@jest/globals';
import {
  browserRequestOf,
  forwardedHeaders,
  isNeeded,
  isPreflight,
} from '../../../../services/website/browser/browser-request.ts';

/** A request as the browser tells of it. */
function requestOf(kind: string, method = 'GET', url = 'https://brightwell.example/data', headers = {}) {
  return browserRequestOf({ requestId: '7', frameId: 'F', resourceType: kind, request: { url, method, headers } });
}

describe('a request of a page in the browser', () => {
  it.each(['Document', 'Script', 'Stylesheet', 'XHR', 'Fetch'])('is needed as %s', (kind) => {
    expect(isNeeded(requestOf(kind))).toBe(true);
  });

  it.each([
    requestOf('Image'),
    requestOf('Media'),
    requestOf('Font'),
    requestOf('Ping'),
    requestOf('EventSource'),
    requestOf('Prefetch'),
    requestOf('Other'),
    requestOf('XHR', 'POST'),
    requestOf('Fetch', 'DELETE'),
    requestOf('Document', 'GET', 'file:///etc/hosts'),
    requestOf('Document', 'GET', 'chrome://version'),
  ])('is not needed: $kind $method $url', (request) => {
    expect(isNeeded(request)).toBe(false);
  });

  it('is a question whether another host may be asked', () => {
    expect(isPreflight(requestOf('Preflight', 'OPTIONS'))).toBe(true);
    expect(isPreflight(requestOf('Fetch'))).toBe(false);
  });

  it('goes on with the key of an interface, and without cookies, other addresses and other methods', () => {
    // Prepare
    const headers = {
      ...{ Accept: 'application/json', 'X-Api-Key': 'public', Origin: 'https://brightwell.example', Cookie: 'a=b' },
      ...{
        'X-Forwarded-For': '10.0.0.1',
        'X-HTTP-Method-Override': 'DELETE',
        'User-Agent': 'x',
        'sec-ch-ua': 'x',
        Host: 'x',
      },
    };

    // Act
    const forwarded = forwardedHeaders(requestOf('Fetch', 'GET', 'https://api.example/', headers));

    // Assess
    expect(forwarded).toEqual({
      accept: 'application/json',
      'x-api-key': 'public',
      origin: 'https://brightwell.example',
    });
  });

  it('of which nothing can be read is not needed', () => {
    expect(isNeeded(browserRequestOf({}))).toBe(false);
  });
});
