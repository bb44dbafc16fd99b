import { scrapeCompany } from '../../contracts/states/scrape-company.ts';
import { createAwsServices } from '../../services/aws-services.ts';
import { functionServices } from '../../services/function-services.ts';
import { createWebsiteReader } from '../../services/website/crawling-website-reader.ts';
import { createHandler } from '../scrape-company.ts';

const aws = createAwsServices(process.env, scrapeCompany);

/** What Lambda calls. */
export const handler = createHandler(
  functionServices(process.env, {
    sessions: await aws.sessions(),
    artifacts: await aws.artifacts(),
    website: createWebsiteReader(),
  }),
);
