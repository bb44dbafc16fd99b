import type { ModelProbe } from '../../../../services/operator/probe-model.ts';
import type { Answer, FactContext } from '../fact.ts';
import { confirmed, different, unknown } from '../fact.ts';

/** A value that every model took that takes any: in the middle of its range. */
const TEMPERATURE = 0.5;

/** The account may use the configured model. */
export async function modelIsAvailable({ aws, context: { config } }: FactContext): Promise<Answer> {
  const { agreement, authorization, entitlement, region } = await aws.models.availability(config.model.id);
  const found = `${config.model.id}: agreement ${agreement}, authorization ${authorization}, entitlement ${entitlement}, region ${region}`;
  if (authorization === 'AUTHORIZED' && [agreement, entitlement, region].every((each) => each === 'AVAILABLE'))
    return confirmed(found);
  return different(
    found,
    'Open the model once in the Bedrock console (its vendor may ask for a form), or set model.id to another one.',
  );
}

/** The model refuses sampling parameters. */
export async function samplingIsRefused(given: FactContext): Promise<Answer> {
  const outcome = await probe(given, { inference: { temperature: TEMPERATURE } });
  if (!outcome.accepted) return confirmed(`refused: ${outcome.message}`);
  return different(
    'the model took a temperature',
    'Nothing has to change; BEDROCK_INFERENCE_PARAMETERS may be set in variables of deploy/<env>.json.',
  );
}

/** The model can be told not to think. */
export async function thinkingCanBeDisabled(given: FactContext): Promise<Answer> {
  const outcome = await probe(given, { additional: { thinking: { type: 'disabled' } } });
  if (outcome.accepted) return confirmed('the model took {"thinking": {"type": "disabled"}}');
  return different(
    `refused: ${outcome.message}`,
    'Leave it out of BEDROCK_ADDITIONAL_FIELDS, and give BEDROCK_OUTPUT_TOKENS_PER_SECTION room for thoughts.',
  );
}

/** The model takes a JSON Schema for its answer. */
export async function schemaIsRefused(given: FactContext): Promise<Answer> {
  const outcome = await probe(given, { form: 'json_schema' });
  if (!outcome.accepted) return confirmed(`refused: ${outcome.message}`);
  return different(
    'the model took a JSON Schema',
    'Nothing has to change; BEDROCK_STRUCTURED_OUTPUT may be set to json_schema in variables of deploy/<env>.json.',
  );
}

/** The model calls a tool that it must call, as it thinks by default. */
export async function toolCanBeForced(given: FactContext): Promise<Answer> {
  const outcome = await probe(given, { form: 'tool' });
  if (outcome.accepted) return confirmed('the model took a tool that it must call');
  return different(
    `refused: ${outcome.message}`,
    'Do not set BEDROCK_STRUCTURED_OUTPUT to tool with this model, or disable its thinking with BEDROCK_ADDITIONAL_FIELDS.',
  );
}

/** A guardrail of the tier STANDARD sends what it looks at to other regions. */
export async function standardTierCrosses({ aws, context: { config } }: FactContext): Promise<Answer> {
  const { guardrail } = config.model;
  if (guardrail === null) return unknown('no guardrail is configured', 'Nothing, until model.guardrail is set.');
  const { tiers, profile_id } = await aws.models.guardrail(guardrail.id, guardrail.version);
  if (!tiers.includes('STANDARD'))
    return unknown(
      `${guardrail.id} is of the tier ${tiers.join(', ') || 'CLASSIC'}`,
      'Nothing, until it is of the tier STANDARD.',
    );
  if (profile_id !== undefined)
    return confirmed(`${guardrail.id} is of the tier STANDARD and works in the regions of ${profile_id}`);
  return different(
    `${guardrail.id} is of the tier STANDARD and stays in its region`,
    'Nothing has to change: the tier may be used where texts must not leave the region.',
  );
}

function probe({ aws, context: { config } }: FactContext, more: Omit<ModelProbe, 'model_id'>) {
  return aws.probeModel({ model_id: config.model.inferenceProfileId ?? config.model.id, ...more });
}
