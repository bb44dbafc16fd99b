import type { Check } from '../check.ts';
import { ok, warning } from '../finding.ts';

/**
 * Regions that offer Comprehend as well as Textract, November 2026: the list of Amazon Comprehend's guide ("Guidelines and quotas") without those that
 * "Amazon Textract endpoints and quotas" lacks, which is Tokyo alone.
 */
const OFFERING_REGIONS: readonly string[] = [
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'us-east-1',
  'us-east-2',
  'us-gov-west-1',
  'us-west-2',
];

/** The region answers these credentials, and offers what a run needs. */
export const regionCheck: Check = {
  name: 'region',
  asks_aws: true,
  run: async ({ aws, context: { config } }) => {
    await aws.account.identity();
    if (OFFERING_REGIONS.includes(config.region))
      return ok(`${config.region}, enabled; offers Comprehend and Textract`);
    return warning(
      `${config.region} is enabled, but was not among the regions that offer both Comprehend and Textract in November 2026.`,
      `Look it up: aws ssm get-parameters-by-path --path /aws/service/global-infrastructure/regions/${config.region}/services --query "Parameters[?ends_with(Name, '/comprehend') || ends_with(Name, '/textract')].Value" --region us-east-1`,
    );
  },
};
