import { updateSession } from '../../contracts/states/update-session.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { functionServices } from '../../services/function-services.ts';
import { createHandler } from '../update-session.ts';

const aws = createAwsServices(process.env, updateSession);

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, { sessions: await aws.sessions(), budget: await aws.budget() }),
);
