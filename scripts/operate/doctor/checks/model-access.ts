import { PermissionDeniedError } from '../../../../contracts/index.ts';
import { awsErrorName } from '../../../../services/aws/aws-error-name.ts';
import type { Check } from '../check.ts';
import { denied, ok, warning } from '../finding.ts';

/** Words with which Bedrock refuses a model to an account, not an action to a role. */
const MODEL_REFUSED = /access to the model|marketplace|use case|FTUFormNotFilled/i;

/** The account may use the model: one call of a few tokens with the settings that GenerateBrief will have. */
export const modelAccessCheck: Check = {
  name: 'model access',
  asks_aws: true,
  run: async ({ callModel, context: { config } }) => {
    const { id, inferenceProfileId } = config.model;
    const called = inferenceProfileId ?? id;
    try {
      await callModel();
      return ok(`${called} answered`);
    } catch (error) {
      if (!(error instanceof PermissionDeniedError)) throw error;
      if (MODEL_REFUSED.test(error.message)) return denied(error.message, error.remedy);
      if (awsErrorName(error) !== 'AccessDeniedException') throw error;
      return warning(
        `This could not be checked: ${error.message}`,
        `Allow bedrock:InvokeModel on ${called} and on foundation-model/${id} in ${[config.region, ...config.model.destinationRegions].join(', ')} to whom these credentials belong. The function's own role is allowed it by the stack.`,
      );
    }
  },
};
