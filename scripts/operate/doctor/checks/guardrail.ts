import type { Check } from '../check.ts';
import { failed, ok, orAdvise, warning } from '../finding.ts';

/** The guardrail is there and leaves the words that are quoted alone. */
export const guardrailCheck: Check = {
  name: 'guardrail',
  asks_aws: true,
  run: async ({ aws, context: { config } }) => {
    const { guardrail } = config.model;
    if (guardrail === null) return ok('none is configured');
    const { name, status, anonymizes, profile_id } = await orAdvise(
      `Set model.guardrail in deploy/${config.environment}.json to one of: aws bedrock list-guardrails --region ${config.region}`,
      aws.models.guardrail(guardrail.id, guardrail.version),
    );
    const named = `${name} (${guardrail.id}, version ${guardrail.version})`;
    if (status !== 'READY')
      return failed(
        `${named} is ${status}.`,
        `Wait until it is READY: aws bedrock get-guardrail --guardrail-identifier ${guardrail.id}`,
      );
    if (anonymizes.length > 0)
      return failed(
        `${named} replaces personal data (${anonymizes.join(', ')}): quotes would no longer be what the sources say.`,
        'Set these entities of the guardrail to BLOCK or NONE and publish a new version.',
      );
    const { profile } = guardrail;
    if (profile_id !== undefined && profile?.id !== profile_id)
      return failed(
        `${named} also works in the regions of ${profile_id}, where the role of GenerateBrief would not be allowed it.`,
        `Set model.guardrail.profile in deploy/${config.environment}.json to {"id": "${profile_id}", "regions": […]}; the regions stand under "Available guardrail profiles" in the user guide of Bedrock.`,
      );
    if (profile_id === undefined && profile !== undefined)
      return warning(
        `${named} stays in its region; the role of GenerateBrief would be allowed ${profile.id} for nothing.`,
        `Take model.guardrail.profile out of deploy/${config.environment}.json.`,
      );
    return ok(`${named} is ready and replaces nothing`);
  },
};
