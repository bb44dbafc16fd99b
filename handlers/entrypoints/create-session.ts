import { createSession } from '../../contracts/states/create-session.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { functionServices } from '../../services/function-services.ts';
import { createHandler } from '../create-session.ts';

const aws = createAwsServices(process.env, createSession);

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, { sessions: await aws.sessions(), budget: await aws.budget() }),
);
