import { z } from 'zod';
import type { EnvironmentVariable } from '../../contracts/environment.ts';
import { ENVIRONMENT } from '../../contracts/environment.ts';
import { LAMBDA_NAMES } from '../../contracts/functions.ts';
import { MAX_DELIVERY_WAIT_SECONDS } from '../../contracts/limits.ts';
import { COST_LIMITS, Prices } from './cost-settings.ts';
import { ModelSettings } from './model-settings.ts';
import { AccountId, Region } from './names.ts';
import { setting } from './setting.ts';
import { MAX_TAGS, Tags } from './tags.ts';

/** Days that CloudWatch Logs can keep a log (`PutRetentionPolicy`). */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;

/** Variables that have a setting of their own. */
const SET_ELSEWHERE = /^(?:BEDROCK_GUARDRAIL_|PRICE_|MAX_RUN_COST_USD$|DAILY_BUDGET_USD$|MAX_CONCURRENT_RUNS$)/;

/** Longest text of such a variable: all of them together with what the stack sets stay within the 4 KB that Lambda takes. */
const MAX_VARIABLE_CHARACTERS = 400;

/** Variables of the functions that have a default of their own. */
const OPTIONAL_VARIABLES = Object.entries<EnvironmentVariable>(ENVIRONMENT)
  .filter(([name, { optional }]) => optional && !SET_ELSEWHERE.test(name))
  .map(([name]) => name);

const positive = z.number().int().positive();

/** A web origin as browsers write it: with a path, or a slash at the end, none would ever match. */
const Origin = z
  .url({ protocol: /^https?$/ })
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'is no origin');

/** Who may call the API. */
const Authorizer = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('iam') }),
  z.strictObject({
    type: z.literal('jwt'),
    issuer: z.url({ protocol: /^https$/ }),
    audience: z.array(z.string().min(1)).min(1),
    scopes: z.array(z.string().min(1)).default([]),
  }),
  z.strictObject({ type: z.literal('none') }),
]);

/** Where Terraform keeps its state. */
const Backend = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('local') }),
  z.strictObject({
    type: z.literal('s3'),
    bucket: z.string().min(3).max(63).optional(),
    region: Region.optional(),
    keyPrefix: z
      .string()
      .regex(/^[0-9A-Za-z._/-]+[^/]$/)
      .default('interview-pipeline'),
    kmsKeyId: z.string().min(1).optional(),
  }),
]);

const Limits = z.strictObject({
  ...COST_LIMITS,
  deliveryWaitSeconds: setting(
    z.number().int().min(0).max(MAX_DELIVERY_WAIT_SECONDS).default(5),
    'Seconds between the brief and the end of the session, for asynchronous delivery.',
    `a whole number from 0 to ${MAX_DELIVERY_WAIT_SECONDS}`,
  ),
  startsPerSecond: setting(
    positive.max(1_000).default(2),
    'Runs that may be started a second, over all callers.',
    'a whole number from 1 to 1000',
  ),
  startBurst: setting(
    positive.max(1_000).default(10),
    'Starts that may come at once.',
    'a whole number from 1 to 1000',
  ),
  readsPerSecond: setting(
    positive.max(10_000).default(50),
    'Requests a second for how far runs are.',
    'a whole number from 1 to 10000',
  ),
  readBurst: setting(
    positive.max(10_000).default(100),
    'Such requests that may come at once.',
    'a whole number from 1 to 10000',
  ),
});

const Retention = z.strictObject({
  logDays: setting(
    z.literal(RETENTION_DAYS).default(30),
    'Days that logs are kept.',
    `one of ${RETENTION_DAYS.join(', ')}`,
  ),
  uploadDays: setting(
    positive.max(3_650).default(30),
    'Days that uploaded documents are kept.',
    'a whole number from 1 to 3650',
  ),
  workDays: setting(
    positive.max(3_650).default(30),
    'Days that what steps leave for one another is kept.',
    'a whole number from 1 to 3650',
  ),
  briefDays: setting(positive.max(3_650).default(365), 'Days that briefs are kept.', 'a whole number from 1 to 3650'),
});

const Alarms = z.strictObject({
  email: setting(
    z.email().nullable().default(null),
    'Address that alarms are sent to; it has to confirm the subscription once.',
    'an e-mail address, or null',
  ),
  kmsKeyArn: setting(
    z
      .string()
      .regex(/^arn:aws[a-z-]*:kms:[^:]+:\d{12}:key\/.+$/)
      .nullable()
      .default(null),
    'Customer key of the alarm topic: its policy must let cloudwatch.amazonaws.com use it. CloudWatch cannot publish to a topic under the key that AWS manages.',
    'the ARN of a KMS key, or null for none',
  ),
  runbookUrl: setting(
    z
      .url({ protocol: /^https$/ })
      .nullable()
      .default(null),
    'Page that every alarm points to.',
    'an https address, or null to name docs/runbook.md',
  ),
  tokensPerDay: setting(
    positive.default(2_000_000),
    'Tokens a day, in and out, above which an alarm rings.',
    'a whole number above 0',
  ),
  comprehendUnitsPerDay: setting(
    positive.default(200_000),
    'Comprehend units a day above which an alarm rings.',
    'a whole number above 0',
  ),
});

const Iam = z.strictObject({
  path: setting(
    z
      .string()
      .regex(/^\/([\w+=,.@-]+\/)*$/)
      .max(512)
      .default('/'),
    'Path of every role.',
    'a path that begins and ends with /',
  ),
  permissionsBoundaryArn: setting(
    z
      .string()
      .regex(/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/.+$/)
      .nullable()
      .default(null),
    'Policy that bounds every role.',
    'the ARN of a policy, or null',
  ),
});

/** Everything that differs between environments; see the table in docs/deploy.md. */
export const DeployConfigSchema = z.strictObject({
  accountId: setting(AccountId, 'Account that is deployed to; names and policies carry it.', '12 digits'),
  allowedAccountIds: setting(
    z.array(AccountId).min(1).optional(),
    'Accounts that the AWS provider may work in; it refuses credentials of any other.',
    'a list of account ids that holds accountId; required outside dev, where it is accountId alone when not given',
  ),
  region: setting(
    Region,
    'Region of every resource.',
    'a region such as eu-west-1 that offers Comprehend, Textract and Bedrock',
  ),
  namePrefix: setting(
    z
      .string()
      .regex(/^(?!aws|ssm)[a-z][a-z0-9-]{1,22}[a-z0-9]$/)
      .default('interview-pipeline'),
    'First part of every name; the environment is the second.',
    '3 to 24 lower-case letters, digits and hyphens, beginning with a letter, but not with aws or ssm, which Systems Manager keeps for itself',
  ),
  tags: setting(
    Tags.default({}),
    'Tags on everything, beside project and environment, in the place of which others of that name are put.',
    `an object of texts, at most ${MAX_TAGS}, in what AWS takes: letters, digits, spaces and _.:/=+-@`,
  ),
  authorizer: setting(
    Authorizer.default({ type: 'iam' }),
    'Who may call the API.',
    '{"type": "iam"}, {"type": "jwt", "issuer": "https://…", "audience": ["…"], "scopes": ["…"]}, or {"type": "none"} for everyone',
  ),
  corsOrigins: setting(
    z.array(Origin).default([]),
    'Web origins whose pages may call the API and send documents to the bucket.',
    'a list of origins such as https://app.example, without a path',
  ),
  protectData: setting(
    z.boolean().optional(),
    'Whether the table refuses to be deleted and the bucket to be emptied with the stack.',
    'true or false; false in dev and true elsewhere when not given',
  ),
  pinnedVersions: setting(
    z.partialRecord(z.enum(LAMBDA_NAMES), z.string().regex(/^[1-9]\d*$/)).default({}),
    'Versions that functions are held at after a rollback, instead of the newest; see docs/upgrading.md.',
    'an object such as {"GenerateBrief": "12"}',
  ),
  model: ModelSettings,
  variables: setting(
    z.partialRecord(z.enum(OPTIONAL_VARIABLES), z.string().min(1).max(MAX_VARIABLE_CHARACTERS)).default({}),
    'Optional variables of the functions, such as how the model is asked; each function gets those that its contract names.',
    `an object with texts of up to ${MAX_VARIABLE_CHARACTERS} characters for any of ${OPTIONAL_VARIABLES.join(', ')}`,
  ),
  limits: Limits.prefault({}),
  prices: Prices.prefault({}),
  retention: Retention.prefault({}),
  alarms: Alarms.prefault({}),
  iam: Iam.prefault({}),
  backend: setting(
    Backend.default({ type: 'local' }),
    'Where Terraform keeps its state; see docs/state.md.',
    '{"type": "local"}, or {"type": "s3", "bucket": "…", "region": "…", "keyPrefix": "…", "kmsKeyId": "…"}, where all but type may be given to terraform init instead',
  ),
});
