import type { AskedAction, ToArn, WireRequest } from './asked-action.ts';

/** The parts of DynamoDB's requests that IAM looks at. */
interface DynamoDbInput {
  readonly TableName: string;
  readonly IndexName?: string;
  readonly Key?: object;
  readonly Item?: object;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ReturnValues?: string;
}

/** The action on the table or its index, with the attributes that it names and what it wants back. */
export function dynamoDbActions(target: string, { body }: WireRequest, toArn: ToArn): readonly AskedAction[] {
  const input = JSON.parse(body.toString()) as DynamoDbInput;
  const { TableName, IndexName, Key = {}, Item = {}, ExpressionAttributeNames: names = {}, ReturnValues } = input;
  const table = `table/${TableName}`;
  const attributes = [...Object.keys(Key), ...Object.keys(Item), ...Object.values(names)];
  return [
    {
      action: `dynamodb:${target}`,
      on: IndexName === undefined ? 'sessions-table' : 'owner-index',
      arn: toArn('dynamodb', IndexName === undefined ? table : `${table}/index/${IndexName}`),
      context: {
        'dynamodb:Attributes': [...new Set(attributes)],
        ...(ReturnValues === undefined ? {} : { 'dynamodb:ReturnValues': ReturnValues }),
      },
    },
  ];
}
