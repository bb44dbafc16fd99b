import { ConfigurationError } from '../contracts/index.ts';
import { AWS_PRICES } from './aws/prices.ts';
import type { Environment } from './environment.ts';
import { requiredVariable } from './environment.ts';
import { createStepLogger } from './powertools-step-logger.ts';
import type { ApiServices, Authorizer, ServiceSettings } from './services.ts';

/** The parts that a deployed function works with, and which of them made a brief. */
export type FunctionParts = Partial<ApiServices> & { readonly made_by?: ServiceSettings['made_by'] };

const AUTHORIZERS: readonly Authorizer[] = ['iam', 'jwt', 'none'];

/**
 * The services of one deployed function: the parts that it is given, and the settings of its environment. What it is not given is not in its bundle
 * and not in its permissions either: touching it throws `ConfigurationError`, as does a setting whose variable is missing.
 */
export function functionServices(environment: Environment, parts: FunctionParts): ApiServices {
  const { made_by = {}, ...given } = parts;
  return {
    sessions: absent('sessions'),
    artifacts: absent('artifacts'),
    website: absent('website'),
    documents: absent('documents'),
    analyzer: absent('analyzer'),
    writer: absent('writer'),
    executions: absent('executions'),
    uploads: absent('uploads'),
    clock: { now: () => new Date() },
    logger: createStepLogger(),
    settings: settingsOf(environment, made_by),
    get authorizer() {
      return authorizerOf(environment);
    },
    ...given,
  };
}

/** Settings are read when they are asked for: each function has the variables of its contract alone. */
function settingsOf(environment: Environment, made_by: ServiceSettings['made_by']): ServiceSettings {
  return {
    get delivery_wait_seconds() {
      return Number(requiredVariable(environment, 'DELIVERY_WAIT_SECONDS'));
    },
    get session_id_secret() {
      return requiredVariable(environment, 'SESSION_ID_SECRET');
    },
    made_by,
    prices: AWS_PRICES,
  };
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
      remedy: 'Give it in handlers/entrypoints, and its permissions in contracts/permissions.ts.',
    });
  };
  return new Proxy({} as Part, { get: refuse });
}
