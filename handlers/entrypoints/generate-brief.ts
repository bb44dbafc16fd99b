import { generateBrief } from '../../contracts/states/generate-brief.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { functionServices } from '../../services/function-services.ts';
import { createStepLogger } from '../../services/powertools-step-logger.ts';
import { createHandler } from '../generate-brief.ts';

const aws = createAwsServices(process.env, generateBrief);
const { transport, writer } = await aws.bedrock();
const logger = createStepLogger();

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, {
    sessions: await aws.sessions(),
    artifacts: await aws.artifacts(),
    logger,
    writer: writer(logger),
    made_by: { analyzer: 'comprehend', writer: `${transport.name} ${transport.model}`, ocr: 'textract' },
  }),
);
