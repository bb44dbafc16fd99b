/** What a million tokens of a model cost, in US dollars. */
export interface ModelPrice {
  /** What the ids of the family's models hold: `claude-haiku-4-5` is in `eu.anthropic.claude-haiku-4-5-20251001-v1:0`. */
  readonly family: string;
  readonly input_usd: number;
  readonly output_usd: number;
}

/**
 * Every price that estimates are made of, in US dollars: the one place to bring up to date, together with its date.
 *
 * Not counted: Lambda (two minutes of one GB on arm64 are $0.0016), S3 (a hundred writes are $0.0005), DynamoDB (sixty writes are $0.00004), API Gateway ($0.000001 a
 * request) and logs. They come to less than half a cent a run, hardly differ between runs, and no function can see its own bill.
 */
export const PRICE_LIST = {
  /** The day on which the prices were looked up. */
  date: '2026-11-22',
  /** The region that they hold for. Most regions ask the same of Step Functions and Comprehend; Textract and models differ in some. */
  region: 'us-east-1',
  source: 'list prices, first tier, on demand; npm run verify:aws holds them against the price list of an account',
  /** A state transition of Step Functions: $25 a million. */
  transition_usd: 0.000_025,
  /** A unit of Comprehend: 100 characters, three units at least for each text of a request. */
  comprehend_unit_usd: 0.000_1,
  /** A page of Textract's DetectDocumentText: $1.50 a thousand. */
  textract_page_usd: 0.001_5,
  /** On demand, through a global inference profile. A model that is not here has no price until one is configured. */
  models: [
    { family: 'claude-opus-4-7', input_usd: 5, output_usd: 25 },
    { family: 'claude-opus-4-6', input_usd: 5, output_usd: 25 },
    { family: 'claude-opus-4-5', input_usd: 5, output_usd: 25 },
    { family: 'claude-sonnet-4-6', input_usd: 3, output_usd: 15 },
    { family: 'claude-sonnet-4-5', input_usd: 3, output_usd: 15 },
    { family: 'claude-haiku-4-5', input_usd: 1, output_usd: 5 },
  ] satisfies readonly ModelPrice[],
  /** What a profile of one geography, or a region alone, asks of these models beside the global one. */
  regional_factor: 1.1,
  /** A token read from the prompt cache, and one written to it for five minutes, as shares of an input token. */
  cache_read_factor: 0.1,
  cache_write_factor: 1.25,
} as const;
