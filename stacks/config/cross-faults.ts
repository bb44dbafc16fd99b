import { z } from 'zod';
import { costFaults } from './cost-faults.ts';
import { modelFaults } from './model-faults.ts';
import { DeployConfigSchema } from './schema.ts';

const { model, limits, prices } = DeployConfigSchema.shape;

/** The settings that say something about one another: looked at whether or not the others are in order. */
const Related = z.object({ model, limits, prices });

/** What settings say about one another, each fault in a sentence; empty when they agree, or when one of them is wrong by itself. */
export function crossFaults(merged: Readonly<Record<string, unknown>>): string[] {
  const parsed = Related.safeParse(merged);
  return parsed.success ? [...modelFaults(parsed.data), ...costFaults(parsed.data)] : [];
}
