/**
 * What analysis by Amazon Comprehend needs, loaded together when first asked for: a laptop that analyzes by itself does without these packages.
 * The client is made elsewhere.
 */
export { ComprehendClient } from '@aws-sdk/client-comprehend';
export { createComprehendAnalyzer } from './comprehend-analyzer.ts';
