import { createLocalAnalyzer } from '../../../../services/analysis/local/local-analyzer.ts';
import { textAnalyzerConformance } from '../../../conformance/text-analyzer.ts';

textAnalyzerConformance('the local analyzer', createLocalAnalyzer);
