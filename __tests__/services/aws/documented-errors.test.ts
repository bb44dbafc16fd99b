import * as bedrock from '@aws-sdk/client-bedrock-runtime';
import * as comprehend from '@aws-sdk/client-comprehend';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as states from '@aws-sdk/client-sfn';
import * as textract from '@aws-sdk/client-textract';
import { describe, expect, it } from '@jest/globals';
import { COMMON_ERROR_RULES } from '../../../services/aws/error-rules/common.ts';
import { SERVICE_ERROR_RULES } from '../../../services/aws/error-rules/service-error-rules.ts';

/** What an error of the SDK is about that can not come from the operations we call, or that an adapter reads as an answer; everything else needs a row. */
const NOT_OURS: Readonly<Record<string, RegExp>> = {
  dynamodb:
    /^ConditionalCheckFailed|^Transaction(?:Canceled|InProgress)|Backup|Export|Import|GlobalTable|Replica|PointInTime|Policy|Index|ItemCollection|Idempotent|DuplicateItem|InvalidEndpoint|Restore|^Table(?:AlreadyExists|NotFound)/,
  states:
    /^Execution(?:AlreadyExists|DoesNotExist|NotRedrivable)|Activity|Alias|Configuration|Definition|Tag|Task|StateMachine(?:AlreadyExists|LimitExceeded)|Conflict|Encryption|InvalidOutput|MissingRequired|ResourceNotFound|ServiceQuota|ExecutionLimit$/,
  comprehend: /Concurrent|InvalidFilter|Job|Kms|Resource|Tags|InvalidRequestDetail|Flywheel|TooManyTag/,
  textract: /Conflict|HumanLoop|Idempotent|InvalidJob|InvalidKMS|InvalidS3|ResourceNotFound|ServiceQuota/,
  bedrock: /Conflict|ModelStream|ServiceQuota/,
};

describe.each(Object.entries({ bedrock, comprehend, dynamodb, states, textract }))('the SDK of %s', (name, sdk) => {
  it('knows no error of the operations we call that has no row of its own', () => {
    // Act
    const service = name as keyof typeof SERVICE_ERROR_RULES;
    const known = [...SERVICE_ERROR_RULES[service], ...COMMON_ERROR_RULES].flatMap(({ names }) => names);
    const modelled = Object.entries(sdk).flatMap(([exported, value]) =>
      typeof value === 'function' && value.prototype instanceof Error ? [exported] : [],
    );
    const unknown = modelled.filter((error) => !known.includes(error) && !NOT_OURS[service]?.test(error));

    // Assess
    expect(modelled.length).toBeGreaterThan(5);
    expect(unknown.filter((error) => !error.endsWith('ServiceException'))).toEqual([]);
  });
});
