import { ROUTE_TIMEOUTS } from '../../contracts/functions.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { functionServices } from '../../services/function-services.ts';
import { createHandler } from '../repair-on-event.ts';

const aws = createAwsServices(process.env, { timeouts: ROUTE_TIMEOUTS });

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, { sessions: await aws.sessions(), budget: await aws.budget() }),
);
