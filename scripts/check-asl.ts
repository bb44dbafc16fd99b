import { fileURLToPath } from 'node:url';
import { ERROR_NAMES } from '../contracts/index.ts';
import type { Definition } from '../statemachine/asl.ts';
import { checkDefinition, RULES } from '../statemachine/checks/index.ts';
import { provokedErrors } from '../statemachine/checks/provoked-errors.ts';
import { PIPELINE_FACTS } from '../statemachine/machine-facts.ts';
import { stateMachineTemplate } from '../statemachine/render.ts';
import { allStates } from '../statemachine/states.ts';

const tests = fileURLToPath(new URL('../__tests__/', import.meta.url));
const definition = JSON.parse(stateMachineTemplate()) as Definition;
const findings = checkDefinition(definition, { ...PIPELINE_FACTS, provokedErrors: provokedErrors(tests, ERROR_NAMES) });

for (const { rule, state, message, remedy } of findings) console.error(`${state} ${message} ${remedy} [${rule}]`);
if (findings.length === 0)
  console.log(`State machine: ${allStates(definition).length} states keep all ${RULES.length} rules.`);
process.exitCode = findings.length === 0 ? 0 : 1;
