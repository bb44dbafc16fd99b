import type { z } from 'zod';
import type { StateContract } from '../contracts/index.ts';
import type { ArtifactStore } from '../services/artifacts/artifact-store.ts';
import { sha256OfJson } from './canonical-json.ts';

/** Where a step keeps what it made, and how it stores its result. */
export interface StepResultWriter<Output> {
  /** `work/{session_id}/{state}/{sha256 of the input}/`. */
  readonly prefix: string;
  /** Stores the result if there is none yet, and gives the stored one: of two invocations both return the first one's. */
  put(output: Output): Promise<Output>;
}

/** The result that an earlier invocation with the same input stored, or undefined. */
export async function findStepResult<Output extends z.ZodType>(
  contract: StateContract<z.ZodType, Output>,
  artifacts: ArtifactStore,
  input: object,
): Promise<z.output<Output> | undefined> {
  if (!contract.stores_result) return undefined;
  const found = await artifacts.find(`${prefixOf(contract, input)}result.json`);
  return found && contract.output.parse(JSON.parse(new TextDecoder().decode(found.body)));
}

/** Prepares to store the result of a step under the hash of its input. */
export function storeStepResult<Output extends z.ZodType>(
  contract: StateContract<z.ZodType, Output>,
  artifacts: ArtifactStore,
  input: object,
): StepResultWriter<z.output<Output>> {
  const prefix = prefixOf(contract, input);
  return {
    prefix,
    async put(output) {
      if (!contract.stores_result) return output;
      const pointer = await artifacts.putOnce(`${prefix}result.json`, JSON.stringify(output), 'application/json');
      return contract.output.parse(JSON.parse(new TextDecoder().decode(await artifacts.get(pointer))));
    },
  };
}

/** Fields that do not change the result (the attempt's id, the deadline) stay out of the hash, so that a continued run finds finished steps. */
function prefixOf(contract: StateContract, input: object): string {
  const lasting = Object.fromEntries(Object.entries(input).filter(([name]) => !contract.volatile.includes(name)));
  const session = 'session_id' in input ? String(input.session_id) : 'none';
  return `work/${session}/${contract.state}/${sha256OfJson(lasting)}/`;
}
