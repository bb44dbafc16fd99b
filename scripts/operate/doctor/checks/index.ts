import type { Check } from '../check.ts';
import { accountCheck, credentialsCheck } from './account.ts';
import { bedrockQuotaCheck } from './bedrock-quota.ts';
import { bundlesCheck, deployedCheck } from './deployment.ts';
import { guardrailCheck } from './guardrail.ts';
import { lambdaQuotaCheck } from './lambda-quota.ts';
import { modelAccessCheck } from './model-access.ts';
import { modelRouteCheck } from './model-route.ts';
import { comprehendQuotaCheck, textractQuotaCheck } from './rate-quotas.ts';
import { regionCheck } from './region.ts';
import { stateChecks } from './state-bucket.ts';

/** What is asked first, because nothing else can be asked without. */
export const CREDENTIALS_CHECK: Check = credentialsCheck;

/** What is asked side by side after it, in the order of the report. */
export const CHECKS: readonly Check[] = [
  accountCheck,
  regionCheck,
  modelAccessCheck,
  modelRouteCheck,
  guardrailCheck,
  lambdaQuotaCheck,
  bedrockQuotaCheck,
  comprehendQuotaCheck,
  textractQuotaCheck,
  ...stateChecks,
  deployedCheck,
  bundlesCheck,
];
