import { MAX_URL_CHARACTERS } from '../../../contracts/limits.ts';
import { carriesCredentials } from '../../../contracts/web-credentials.ts';

/** What is wrong with an address that a run is to read, or undefined. */
export function addressProblem(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
    return 'Enter an http or https address, such as https://acme.example.';
  if (address.length > MAX_URL_CHARACTERS) return `Enter at most ${MAX_URL_CHARACTERS} characters.`;
  return carriesCredentials(address) ? 'Leave user name and password out of the address.' : undefined;
}
