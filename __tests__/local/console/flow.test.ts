import { describe, expect, it } from '@jest/globals';
import type { Flow } from '../../../local/console/model/flow.ts';
import { allNodes, flowGraphOf } from '../../../local/console/model/flow.ts';
import { GRAPH } from './state-machine.ts';

function namesOf(flow: Flow): string[] {
  return flow.map(({ name }) => name);
}

describe('the graph of the state machine', () => {
  it('leads from state to state as a run that succeeds does', () => {
    expect(namesOf(GRAPH.steps)).toEqual([
      'CreateSession',
      'GatherSources',
      'MergeResults',
      'AnalyzeWithComprehend',
      'GenerateBrief',
      'WaitForDelivery',
      'UpdateSession',
    ]);
    expect(namesOf(GRAPH.failure)).toEqual(['RecordFailure', 'PipelineFailed']);
  });

  it('has branches side by side, with what may be taken instead hanging on what decides it', () => {
    // Act
    const branches = GRAPH.steps.find(({ name }) => name === 'GatherSources')?.branches ?? [];

    // Assess
    expect(branches.map(namesOf)).toEqual([['ScrapeCompany'], ['HasDocuments']]);
    expect(branches.flat().map(({ ways }) => namesOf(ways))).toEqual([
      ['WebsiteUnavailable'],
      ['ParseDocuments', 'NoDocuments'],
    ]);
  });

  it('leaves out states that only take down what failed', () => {
    expect(allNodes(GRAPH.steps).filter(({ name }) => name.startsWith('Stamp'))).toEqual([]);
  });

  it('is read to an end, also of a machine that goes round or leads nowhere', () => {
    // Act
    const { steps } = flowGraphOf({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Choice', Choices: [{ Next: 'A' }], Default: 'Gone' } },
    });

    // Assess
    expect(namesOf(steps)).toEqual(['A', 'B']);
  });
});
