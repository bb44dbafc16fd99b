import { DOCUMENT_MEDIA_TYPES } from '../../../contracts/index.ts';
import type { Authorizer } from '../../../services/services.ts';
import type { ConsoleSettings } from '../../console/model/settings.ts';
import type { Scenario } from '../scenario.ts';

/** What a server is set up with, as far as its console shows it. */
export interface ConsoleSetup {
  readonly scenario: Scenario | undefined;
  readonly token: string | undefined;
  readonly authorizer: Authorizer;
}

/** Tells the console of the server; never the token itself. */
export function consoleSettings({ scenario, token, authorizer }: ConsoleSetup): ConsoleSettings {
  return {
    media_types: DOCUMENT_MEDIA_TYPES,
    ...(scenario === undefined ? {} : { scenario }),
    sign_in: token === undefined ? authorizer : 'token',
  };
}
