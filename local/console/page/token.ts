import { tokenIn } from '../model/place.ts';
import type { ConsoleSettings } from '../model/settings.ts';
import { askSecret } from './ask.ts';

/** Where the token is kept: until the tab is closed, and for this tab alone. */
const STORAGE_KEY = 'interview-brief-token';

const QUESTIONS = {
  token: 'This server was started with --token. Enter the token that whoever started it gave you.',
  jwt: 'This server wants a JWT. Paste the token that it printed when it was started.',
  iam: 'This server takes requests that are signed with AWS credentials alone, and a page cannot sign them. Start it without --authorizer iam, or with --token.',
  none: 'The server asks who you are. Enter the token that whoever started it gave you.',
} as const satisfies Record<ConsoleSettings['sign_in'], string>;

/** What requests are signed with. It is never part of an address that is sent: it comes in the fragment or is typed in, and stays in this tab. */
export class Token {
  readonly #signIn: ConsoleSettings['sign_in'];
  #asking: Promise<boolean> | undefined;

  constructor(signIn: ConsoleSettings['sign_in']) {
    this.#signIn = signIn;
  }

  /** The token, or undefined. */
  get value(): string | undefined {
    return sessionStorage.getItem(STORAGE_KEY) ?? undefined;
  }

  /** Takes the token out of the address, and the address out of the history. */
  takeFromAddress(): void {
    const token = tokenIn(location.hash);
    if (token === undefined) return;
    sessionStorage.setItem(STORAGE_KEY, token);
    history.replaceState(null, '', '#/');
  }

  /** Asks for it, once for all requests that wait; false when none was given. */
  ask(): Promise<boolean> {
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askOnce(): Promise<boolean> {
    sessionStorage.removeItem(STORAGE_KEY);
    const given = await askSecret('Sign in', QUESTIONS[this.#signIn]);
    if (given !== undefined) sessionStorage.setItem(STORAGE_KEY, given);
    return given !== undefined;
  }
}
