import { ConfigurationError } from '../contracts/index.ts';
import { limitsOf, pricesOf } from './cost/cost-settings.ts';
import type { Environment } from './environment.ts';
import { requiredVariable } from './environment.ts';
import { createStepLogger } from './powertools-step-logger.ts';
import type { ApiServices, Authorizer, ServiceSettings } from './services.ts';

/** The parts that a deployed function works with, which of them made a brief, and where its secret comes from when it has one. */
export type FunctionParts = Partial<ApiServices> & Partial<Pick<ServiceSettings, 'made_by' | 'session_id_secret'>>;

const GIVE_IT = 'Give it in handlers/entrypoints, and its permissions in contracts/permissions.ts.';

const AUTHORIZERS: readonly Authorizer[] = ['iam', 'jwt', 'none'];

/**
 * The services of one deployed function: the parts that it is given, and the settings of its environment. What it is not given is not in its bundle
 * and not in its permissions either: touching it throws `ConfigurationError`, as does a setting whose variable is missing.
 */
export function functionServices(environment: Environment, parts: FunctionParts): ApiServices {
  const { made_by = {}, session_id_secret = noSecret, ...given } = parts;
  return {
    sessions: absent('sessions'),
    budget: absent('budget'),
    artifacts: absent('artifacts'),
    website: absent('website'),
    documents: absent('documents'),
    analyzer: absent('analyzer'),
    writer: absent('writer'),
    executions: absent('executions'),
    uploads: absent('uploads'),
    clock: { now: () => new Date() },
    logger: createStepLogger(),
    settings: settingsOf(environment, { made_by, session_id_secret }),
    get authorizer() {
      return authorizerOf(environment);
    },
    ...given,
  };
}

/** Settings are read when they are asked for: each function has the variables of its contract alone. */
function settingsOf(
  environment: Environment,
  given: Pick<ServiceSettings, 'made_by' | 'session_id_secret'>,
): ServiceSettings {
  return {
    ...given,
    get delivery_wait_seconds() {
      return Number(requiredVariable(environment, 'DELIVERY_WAIT_SECONDS'));
    },
    get prices() {
      return pricesOf(environment);
    },
    get limits() {
      return limitsOf(environment);
    },
  };
}

async function noSecret(): Promise<never> {
  throw new ConfigurationError('This function was not given the key of session ids.', { remedy: GIVE_IT });
}

function authorizerOf(environment: Environment): Authorizer {
  const value = requiredVariable(environment, 'API_AUTHORIZER');
  const authorizer = AUTHORIZERS.find((each) => each === value);
  if (authorizer !== undefined) return authorizer;
  throw new ConfigurationError(`The environment variable API_AUTHORIZER is "${value}".`, {
    remedy: `Set it to one of ${AUTHORIZERS.join(', ')}.`,
  });
}

function absent<Part extends object>(name: string): Part {
  const refuse = (): never => {
    throw new ConfigurationError(`This function was not given ${name}.`, {
      remedy: GIVE_IT,
    });
  };
  return new Proxy({} as Part, { get: refuse });
}
