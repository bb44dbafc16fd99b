import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ExecutionInput, STATE_CONTRACTS, TRANSITIONS_OF_A_RUN } from '../../contracts/index.ts';
import type { Definition, Json } from '../../statemachine/asl.ts';
import { checkDefinition } from '../../statemachine/checks/index.ts';
import { paths } from '../../statemachine/checks/paths.ts';
import { taskInput } from '../../statemachine/checks/task-input.ts';
import { happyPaths, transitionsOf } from '../../statemachine/happy-paths.ts';
import { PIPELINE_FACTS } from '../../statemachine/machine-facts.ts';
import { stateMachineTemplate } from '../../statemachine/render.ts';
import { mismatches } from '../../statemachine/shapes/assignable.ts';
import { shapeOfSchema } from '../../statemachine/shapes/shape.ts';
import { walkMachine } from '../../statemachine/shapes/walk.ts';
import { allStates } from '../../statemachine/states.ts';

const definition = JSON.parse(stateMachineTemplate()) as Definition;

/** Where in the definition a field holds a path with a name at its end, as the keys that lead there. */
function placesOfPaths(value: unknown, keys: readonly string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' && isReadPath(key, each) ? [[...keys, key]] : placesOfPaths(each, [...keys, key]),
  );
}

function isReadPath(key: string, value: string): boolean {
  const reads = key.endsWith('.$') || ['SecondsPath', 'ErrorPath', 'CausePath', 'Variable', 'OutputPath'].includes(key);
  return reads && /^\$[$.].*\w$/.test(value);
}

/** The definition with the path at a place led astray. */
function astray(keys: readonly string[]): Definition {
  const copy = structuredClone(definition);
  let parent = copy as unknown as Record<string, Json>;
  for (const key of keys.slice(0, -1)) parent = parent[key] as unknown as Record<string, Json>;
  const last = keys.at(-1) ?? '';
  parent[last] = `${String(parent[last])}_astray`;
  return copy;
}

describe('the interview pipeline', () => {
  it('keeps every rule', () => {
    // Act
    const findings = checkDefinition(definition, PIPELINE_FACTS);

    // Assess
    expect(findings).toEqual([]);
  });

  it('is noticed when any of its paths leads astray', () => {
    const places = placesOfPaths(definition);
    expect(places.length).toBeGreaterThan(50);
    fc.assert(
      fc.property(fc.constantFrom(...places), (place) => {
        // Prepare
        const broken = astray(place);

        // Act
        const problems = [...paths.check(broken, PIPELINE_FACTS), ...taskInput.check(broken, PIPELINE_FACTS)];

        // Assess
        expect(problems).not.toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives what UpdateSession gives, and nothing else', () => {
    // Prepare
    const promised = shapeOfSchema(STATE_CONTRACTS.UpdateSession.output, 'output');

    // Act
    const { output } = walkMachine(definition, PIPELINE_FACTS);

    // Assess
    expect(mismatches(output, promised)).toEqual([]);
    expect(Object.keys(output.properties ?? {})).toEqual(['session_id', 'status', 'degraded', 'brief']);
  });

  it('can be started by hand with a name and an address', () => {
    // Act
    const input = ExecutionInput.safeParse({ company_name: 'Acme', company_url: 'https://acme.example' });

    // Assess
    expect(input.success).toBe(true);
  });

  it('takes as many transitions as the limits say, with and without documents', () => {
    // Act
    const counts = new Map(
      happyPaths(definition).map((path) => [path.includes('ParseDocuments'), transitionsOf(path)]),
    );

    // Assess
    expect(counts).toEqual(
      new Map([
        [true, TRANSITIONS_OF_A_RUN],
        [false, TRANSITIONS_OF_A_RUN],
      ]),
    );
  });

  it('passes no state of failure handling while nothing fails', () => {
    // Prepare
    const onFailureOnly = /^Stamp|^Describe|Failed$|Failure$|Unavailable$/;

    // Act
    const passed = happyPaths(definition).flat();

    // Assess
    expect(passed.filter((name) => onFailureOnly.test(name))).toEqual([]);
    expect(allStates(definition).length).toBeGreaterThan(new Set(passed).size);
  });
});
