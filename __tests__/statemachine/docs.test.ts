import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../statemachine/asl.ts';
import { diagram } from '../../statemachine/docs/diagram.ts';
import { durationTable, transitionTable } from '../../statemachine/docs/durations.ts';
import { catchTable, retryTable } from '../../statemachine/docs/error-table.ts';
import { STATE_MACHINE_DOCS } from '../../statemachine/docs/index.ts';
import { inputFields, stateTable } from '../../statemachine/docs/state-table.ts';
import { stateMachineTemplate } from '../../statemachine/render.ts';
import { allStates } from '../../statemachine/states.ts';
import { FIXTURE_FACTS } from './fixture-facts.ts';

const machine = JSON.parse(
  readFileSync(new URL('./fixtures/valid-parallel.asl.json', import.meta.url), 'utf8'),
) as Definition;

describe('the documentation made from a state machine', () => {
  it('draws ways on, choices and failures', () => {
    // Act
    const lines = diagram(machine)
      .split('\n')
      .map((line) => line.trim());

    // Assess
    expect(lines.slice(0, 2)).toEqual(['```mermaid', 'flowchart TD']);
    expect(lines).toContain('CreateSession --> WaitForDelivery');
    expect(lines).toContain('HasNote -- otherwise --> NotNoted');
    expect(lines).toContain('CreateSession -. "any error" .-> StampCreateSessionFailure');
    expect(lines.filter((line) => line.startsWith('subgraph'))).toHaveLength(3);
  });

  it('tells what each state takes and gives, and where it puts it', () => {
    // Act
    const rows = stateTable(machine, FIXTURE_FACTS).split('\n');

    // Assess
    expect(rows).toContain(
      '| `CreateSession` | Task | Opens the session. | `request` | `session_id`, `wait_seconds`, `note` |',
    );
    expect(rows).toContain('| `Both` | Parallel | Does two things at once. | – | `text`, `ready` at `$.both` |');
    expect(rows).toHaveLength(allStates(machine).length + 2);
    expect(inputFields(FIXTURE_FACTS)).toBe('Needed: `company_name`. May be left out: –.');
  });

  it('tells what is retried and what an error leads to', () => {
    expect(retryTable(machine)).toContain('`TransientUpstreamError` | 2 | 2, 4 s | every Task |');
    expect(catchTable(machine, FIXTURE_FACTS)).toContain(
      '| `CreateSession` | `TransientUpstreamError`, `RejectedInputError` | – | every error → `StampCreateSessionFailure` |',
    );
  });

  it('works out how long a run may take and what it transits', () => {
    // Act
    const durations = durationTable(machine, FIXTURE_FACTS);

    // Assess: three attempts of 20 s and 2 + 4 s between them, twice, and a wait of 10 s at most
    expect(durations).toContain('| `CreateSession` | 20 s | 3 | 6 s | 66 s |');
    expect(durations).toContain("= **142 s**, below the machine's `TimeoutSeconds` of 300 s.");
    expect(transitionTable(machine)).toContain('| `Noted` |');
  });

  it('names every state of the pipeline', () => {
    // Prepare
    const names = allStates(JSON.parse(stateMachineTemplate()) as Definition).map(({ name }) => name);

    // Act
    const { diagram: drawn, states } = STATE_MACHINE_DOCS;

    // Assess
    for (const name of names) {
      expect(drawn?.()).toContain(name);
      expect(states?.()).toContain(`| \`${name}\` |`);
    }
  });
});
