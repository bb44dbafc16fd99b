import type { Analysis, EntityType, SourceWithPassages } from '../../../../contracts/index.ts';
import { createLocalAnalyzer } from '../../../../services/analysis/local/local-analyzer.ts';
import { pageOf } from '../../../conformance/source-of.ts';

/** Analyzes made-up sources for the made-up company Acme Robotics. */
export function analyze(...sources: readonly SourceWithPassages[]): Promise<Analysis> {
  return createLocalAnalyzer().analyze({ company_name: 'Acme Robotics', sources });
}

/** The names of one type in a page of the lines given, with counts: "Jane Doe 2". */
export async function namesOf(type: EntityType, ...lines: readonly string[]): Promise<string[]> {
  const { entities } = await analyze(pageOf('W1', lines));
  return entities.filter((entity) => entity.type === type).map(({ name, count }) => `${name} ${count}`);
}
