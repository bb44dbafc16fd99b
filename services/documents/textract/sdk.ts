/** What text recognition by Amazon Textract needs, loaded together when first asked for. The client is made elsewhere. */
export { TextractClient } from '@aws-sdk/client-textract';
export { createTextractOcr } from './textract-ocr.ts';
