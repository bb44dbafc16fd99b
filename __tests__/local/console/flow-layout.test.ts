import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FlowLayout, PlacedNode } from '../../../local/console/model/flow-layout.ts';
import { layOut } from '../../../local/console/model/flow-layout.ts';
import { GRAPH } from './state-machine.ts';

const WIDTH = fc.integer({ min: 270, max: 1_200 });
const FAILED = fc.constantFrom(undefined, 'GatherSources', 'GenerateBrief');

function leaves({ nodes }: FlowLayout): PlacedNode[] {
  return nodes.filter(({ shape }) => shape !== 'group');
}

function overlap(one: PlacedNode, other: PlacedNode): boolean {
  const apart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !apart;
}

describe('the layout of the graph', () => {
  it('keeps every state inside the picture and apart from the others, however wide it is', () => {
    fc.assert(
      fc.property(WIDTH, FAILED, (width, failed) => {
        const layout = layOut(GRAPH, width, failed);
        const placed = leaves(layout);
        for (const { x, y, width: wide, height } of layout.nodes) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x + wide).toBeLessThanOrEqual(width);
          expect(y + height).toBeLessThanOrEqual(layout.height);
        }
        placed.forEach((one, place) => {
          for (const other of placed.slice(place + 1)) expect(overlap(one, other)).toBe(false);
        });
      }),
    );
  });

  it('leaves room for the longest name in every state', () => {
    fc.assert(
      fc.property(WIDTH, (width) => {
        for (const { node, width: wide } of leaves(layOut(GRAPH, width)))
          expect(wide).toBeGreaterThan(34 + node.name.length * 7.4);
      }),
    );
  });

  it('puts branches side by side where there is room, and one below the other where there is not', () => {
    // Act
    const [wide, narrow] = [600, 280].map((width) =>
      leaves(layOut(GRAPH, width)).filter(({ node }) => ['ScrapeCompany', 'HasDocuments'].includes(node.name)),
    );

    // Assess
    expect(wide?.[0]?.y).toBe(wide?.[1]?.y);
    expect(narrow?.[0]?.x).toBe(narrow?.[1]?.x);
  });

  it('draws what ends a failed run, and the line that leads there, only for a run that failed', () => {
    // Act
    const [fine, failed] = [layOut(GRAPH, 500), layOut(GRAPH, 500, 'GenerateBrief')];

    // Assess
    expect(fine.nodes.map(({ node }) => node.name)).not.toContain('RecordFailure');
    expect(failed.edges).toContainEqual(expect.objectContaining({ from: 'GenerateBrief', to: 'RecordFailure' }));
  });
});
