import { afterAll } from '@jest/globals';
import { textAnalyzerConformance } from '../../../conformance/text-analyzer.ts';
import { comprehendOnLoopback } from './comprehend-on-loopback.ts';

for (const offsets of ['code_points', 'code_units'] as const) {
  const loopback = await comprehendOnLoopback({ offsets, known_company: 'Acme Robotics' });
  afterAll(async () => loopback[Symbol.asyncDispose]());
  textAnalyzerConformance(`the Comprehend analyzer, offsets in ${offsets}`, () => loopback.analyzer);
}
