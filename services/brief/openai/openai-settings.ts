import { ConfigurationError, RejectedInputError } from '../../../contracts/index.ts';

/** Where an OpenAI-compatible endpoint is and how it is spoken to. */
export interface OpenAiSettings {
  /** The base address, without `/chat/completions`: `http://127.0.0.1:8080/v1`. */
  readonly base_url: string;
  /** The model's name at that endpoint. */
  readonly model: string;
  /** Sent as a bearer token when given; servers on the own machine need none. */
  readonly api_key: string | null;
}

/** Hosts that are this machine: text and key do not leave it, so they need no TLS. */
const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads the settings: the address as the command line gives it, OPENAI_MODEL and, when it is there, OPENAI_API_KEY. Throws `RejectedInputError` for an address
 * that cannot be used, plain http beyond this machine included: resumes and keys would go over the wire in the clear. Throws `ConfigurationError` without a model.
 */
export function openAiSettings(url: string, environment: Readonly<Record<string, string | undefined>>): OpenAiSettings {
  const parsed = URL.parse(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username !== '' || parsed.password !== '')
    throw new RejectedInputError(`${JSON.stringify(url)} is no address of an OpenAI-compatible endpoint.`, {
      remedy: 'Give its base address, such as openai:http://127.0.0.1:8080/v1.',
    });
  if (parsed.protocol === 'http:' && !LOOPBACK.test(parsed.hostname))
    throw new RejectedInputError(`${parsed.origin} is neither https nor on this machine.`, {
      remedy: 'Use the https address: your resume would go over the network in the clear.',
    });
  const model = environment.OPENAI_MODEL?.trim();
  if (!model)
    throw new ConfigurationError('OPENAI_MODEL is not set, so the endpoint would not know which model to use.', {
      remedy: `Set OPENAI_MODEL to a name that ${parsed.origin} lists under /models.`,
    });
  return { base_url: parsed.href.replace(/\/+$/, ''), model, api_key: environment.OPENAI_API_KEY?.trim() || null };
}
