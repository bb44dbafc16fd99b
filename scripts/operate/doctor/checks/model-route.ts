import type { OperatorAws } from '../../../../services/operator/operator-aws.ts';
import type { DeployConfig } from '../../../../stacks/deploy-config.ts';
import { GLOBAL_DESTINATION, isGlobalProfile } from '../../../../stacks/inference-profile.ts';
import type { Check } from '../check.ts';
import type { Outcome } from '../finding.ts';
import { failed, ok, orAdvise, warning } from '../finding.ts';
import { chooseModel } from './choose-model.ts';

/** `arn:aws:bedrock:{region}::foundation-model/{id}`; the model of a global profile has no region. */
const MODEL_ARN = /^arn:[^:]+:bedrock:(?<region>[^:]*)::foundation-model\/(?<id>.+)$/;

/** The model is there, and the way to it leads through regions that the roles allow. */
export const modelRouteCheck: Check = {
  name: 'inference profile',
  asks_aws: true,
  run: ({ aws, context: { config } }) =>
    config.model.inferenceProfileId === null
      ? withoutProfile(aws, config)
      : throughProfile(aws, config, config.model.inferenceProfileId),
};

async function withoutProfile({ models }: OperatorAws, { model, environment, region }: DeployConfig): Promise<Outcome> {
  const { name, inference_types } = await orAdvise(chooseModel(environment, region), models.model(model.id));
  if (inference_types.includes('ON_DEMAND')) return ok(`none; ${name} takes calls by its own id`);
  return failed(
    `${name} takes no call by its own id (only ${inference_types.join(', ') || 'nothing that Bedrock names'}).`,
    chooseProfile({ model, environment, region }),
  );
}

async function throughProfile({ models }: OperatorAws, config: DeployConfig, profileId: string): Promise<Outcome> {
  const { status, model_arns } = await orAdvise(chooseProfile(config), models.inferenceProfile(profileId));
  const routes = model_arns.flatMap(routeOf);
  const file = `deploy/${config.environment}.json`;
  const other = routes.find(({ id }) => id !== config.model.id);
  if (status !== 'ACTIVE')
    return failed(`${profileId} is ${status}.`, `Choose another model.inferenceProfileId in ${file}.`);
  if (other !== undefined)
    return failed(
      `${profileId} leads to ${other.id}, but the roles allow ${config.model.id}.`,
      `Set model.id in ${file} to "${other.id}".`,
    );
  return compareRegions(config, [...new Set(routes.map(({ region }) => region))].sort());
}

/** The model's policy lists a region each; one that is missing refuses the calls that happen to be sent there. */
function compareRegions({ model, environment, region }: DeployConfig, led: readonly string[]): Outcome {
  if (model.inferenceProfileId !== null && isGlobalProfile(model.inferenceProfileId))
    return ok(
      `${model.inferenceProfileId} routes to any region; the roles allow ${region} and the model without a region`,
    );
  const missing = led.filter((each) => !model.destinationRegions.includes(each));
  const needless = model.destinationRegions.filter((each) => !led.includes(each));
  const remedy = `Set model.destinationRegions in deploy/${environment}.json to ${JSON.stringify(led)}.`;
  if (missing.length > 0)
    return failed(
      `${model.inferenceProfileId} also routes to ${missing.join(', ')}, which the roles would not allow.`,
      remedy,
    );
  if (needless.length > 0)
    return warning(
      `${model.inferenceProfileId} never routes to ${needless.join(', ')}; the roles would allow more than is needed.`,
      remedy,
    );
  return ok(`${model.inferenceProfileId} routes to ${led.join(', ')}, as configured`);
}

function routeOf(arn: string): { readonly region: string; readonly id: string }[] {
  const { region, id } = MODEL_ARN.exec(arn)?.groups ?? {};
  return region === undefined || id === undefined ? [] : [{ region: region || GLOBAL_DESTINATION, id }];
}

/** How to find a profile for the model. */
function chooseProfile({ model, environment, region }: Pick<DeployConfig, 'model' | 'environment' | 'region'>): string {
  return `Set model.inferenceProfileId in deploy/${environment}.json to one of: aws bedrock list-inference-profiles --region ${region} --query "inferenceProfileSummaries[?contains(inferenceProfileId, '${model.id}')].inferenceProfileId"`;
}
