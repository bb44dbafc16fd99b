import { analyzeWithComprehend } from '../../contracts/states/analyze-with-comprehend.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { functionServices } from '../../services/function-services.ts';
import { createHandler } from '../analyze-with-comprehend.ts';

const aws = createAwsServices(process.env, analyzeWithComprehend);

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, {
    sessions: await aws.sessions(),
    artifacts: await aws.artifacts(),
    analyzer: await aws.analyzer(),
  }),
);
