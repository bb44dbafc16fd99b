import {
  apiMetricsExist,
  logsAreDelivered,
  preflightAnswers,
  runSucceeds,
  stackIsAccepted,
  usageMetricsExist,
} from './checks/deployed.ts';
import {
  modelIsAvailable,
  samplingIsRefused,
  schemaIsRefused,
  standardTierCrosses,
  thinkingCanBeDisabled,
  toolCanBeForced,
} from './checks/models.ts';
import { pricesAreListed } from './checks/prices.ts';
import { quotasAreFound } from './checks/quota-names.ts';
import { largePicturesAreTaken, offsetsAreKnown, throttleIsKnown } from './checks/text-services.ts';
import type { Fact } from './fact.ts';

const ONE_CALL = 'one call of a model of about a hundred tokens, below $0.01';

/** Everything about AWS that this project assumes and only an account can show. The documentation lists it, `npm run verify:aws` asks. */
export const FACTS: readonly Fact[] = [
  {
    id: 'stack-accepted',
    assumed:
      'AWS takes the names, lengths, policy grammar and routes of the stack, as the schema of its Terraform provider does.',
    configured: 'stacks/',
    shown_by: 'the state machine is there and active; it is made after the roles and policies',
    check: stackIsAccepted,
  },
  {
    id: 'run-succeeds',
    assumed:
      'The roles allow what a run does, the conditions `dynamodb:Attributes` on progress and `bedrock:InferenceProfileArn` on the model included.',
    configured: 'contracts/permissions.ts, stacks/policies/',
    shown_by: 'an execution of the deployed state machine succeeded',
    check: runSucceeds,
  },
  {
    id: 'log-destination',
    assumed: 'Step Functions wants the ARN of its log group with `:*` at the end.',
    configured: 'stacks/constructs/state-machine.ts',
    shown_by: 'the logging configuration that it keeps',
    check: logsAreDelivered,
  },
  {
    id: 'api-metrics',
    assumed: 'An HTTP API reports `5xx` and `Latency` under these names.',
    configured: 'stacks/constructs/monitoring/metrics.ts',
    shown_by: 'metrics of `AWS/ApiGateway` that had data within two weeks',
    check: apiMetricsExist,
  },
  {
    id: 'usage-metrics',
    assumed: 'The log filters find what functions log of tokens and units.',
    configured: 'stacks/constructs/monitoring/usage-metrics.ts',
    shown_by: "metrics of the pipeline's own namespace that had data within two weeks",
    check: usageMetricsExist,
  },
  {
    id: 'preflight',
    assumed: 'The gateway answers the preflight of a web page by itself, without signing in.',
    configured: 'corsOrigins, stacks/constructs/http-api.ts',
    shown_by: 'a preflight request to the address in `--url`',
    check: preflightAnswers,
  },
  {
    id: 'quota-names',
    assumed: 'Service Quotas names the operation in the rates of Comprehend and Textract.',
    configured: 'scripts/operate/doctor/checks/quotas.ts',
    shown_by: 'the quotas of both services',
    check: quotasAreFound,
  },
  {
    id: 'model-available',
    assumed: 'An ordinary account may use the configured model once its form is filled in.',
    configured: 'model.id',
    shown_by: 'what Bedrock says of agreement, authorization, entitlement and region',
    check: modelIsAvailable,
  },
  {
    id: 'guardrail-tier',
    assumed: 'A guardrail of the tier STANDARD sends what it looks at to other regions.',
    configured: 'model.guardrail',
    shown_by: 'the configured guardrail',
    check: standardTierCrosses,
  },
  {
    id: 'prices',
    assumed: 'State transitions, Comprehend and Textract cost what estimates reckon with.',
    configured: 'contracts/cost/price-list.ts',
    shown_by: 'the price list of AWS for the region that the prices are of',
    check: pricesAreListed,
  },
  {
    id: 'model-prices',
    assumed: 'Tokens of a model cost what estimates reckon with; for the newest models no price was found.',
    configured: 'contracts/cost/price-list.ts',
    shown_by:
      "no call: models are sold through AWS Marketplace; compare with Bedrock's pricing page and the first bill",
  },
  {
    id: 'token-burndown',
    assumed:
      'Bedrock deducts what a call may write from the tokens a minute when the call starts; newer models count a written token several times.',
    configured: 'BEDROCK_OUTPUT_TOKENS_PER_SECTION, scripts/operate/doctor/checks/bedrock-quota.ts',
    shown_by:
      'no call: the user guide names the rates ("token burndown") but not those of every model; throttles below the quota show a higher one',
  },
  {
    id: 'sampling-refused',
    assumed: 'Newer models refuse sampling parameters, so none are sent.',
    configured: 'BEDROCK_INFERENCE_PARAMETERS, absent by default',
    shown_by: 'a call with a temperature',
    costs: ONE_CALL,
    check: samplingIsRefused,
  },
  {
    id: 'thinking-off',
    assumed: 'A model that thinks by default can be told not to.',
    configured: 'BEDROCK_ADDITIONAL_FIELDS, absent by default',
    shown_by: 'a call with `{"thinking": {"type": "disabled"}}`',
    costs: ONE_CALL,
    check: thinkingCanBeDisabled,
  },
  {
    id: 'schema-refused',
    assumed: 'Not every model takes a JSON Schema for its answer, so the prompt alone asks for the form.',
    configured: 'BEDROCK_STRUCTURED_OUTPUT, `plain` by default',
    shown_by: 'a call with a schema',
    costs: ONE_CALL,
    check: schemaIsRefused,
  },
  {
    id: 'tool-forced',
    assumed: 'A model that thinks can be made to call a tool.',
    configured: 'BEDROCK_STRUCTURED_OUTPUT, when it is `tool`',
    shown_by: 'a call with a tool that must be called',
    costs: ONE_CALL,
    check: toolCanBeForced,
  },
  {
    id: 'comprehend-throttle',
    assumed: 'A throttle of Comprehend is called ThrottlingException or by another name that the error table knows.',
    configured: 'services/aws/error-rules/common.ts',
    shown_by: 'a hundred small requests at once, which other users of the account feel for a second',
    costs: '$0.03',
    check: throttleIsKnown,
  },
  {
    id: 'comprehend-offsets',
    assumed:
      "Comprehend's offsets count code points or UTF-16 code units; which of them is told from the texts beside them.",
    configured: 'services/analysis/comprehend/anchor.ts',
    shown_by: 'a sentence with an emoji before the name of a city',
    costs: '$0.0003',
    check: offsetsAreKnown,
  },
  {
    id: 'textract-size',
    assumed: 'Textract takes a page of up to 10 MB; its reference says 5 MB in places.',
    configured: 'services/documents/textract/limits.ts',
    shown_by: 'a picture of 5.5 MB',
    costs: '$0.0015',
    check: largePicturesAreTaken,
  },
];
