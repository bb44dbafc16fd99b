import { InvalidArgumentError } from 'commander';

/** The value of an option that is an address. Throws `InvalidArgumentError` for one that is not http or https. */
export function address(value: string): URL {
  const url = URL.parse(value);
  if (url !== null && /^https?:$/.test(url.protocol)) return url;
  throw new InvalidArgumentError('must be an http or https address.');
}
