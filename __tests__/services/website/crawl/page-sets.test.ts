import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block } from '../../../../contracts/index.ts';
import { isNearDuplicate, overlapOf, sketchOf } from '../../../../services/website/crawl/near-duplicate.ts';
import { dropRepeatedBlocks } from '../../../../services/website/crawl/repeated-blocks.ts';

function blocks(...texts: readonly string[]): Block[] {
  return texts.map((text) => ({ kind: 'paragraph', text }));
}

const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 60, maxLength: 120 });

describe('near duplicates', () => {
  it('are pages of the same title in which a few words differ', () => {
    fc.assert(
      fc.property(words, (text) => {
        const [first, second] = [text, [...text, 'last', 'changed']].map((list) =>
          sketchOf('About', blocks(list.join(' '))),
        );
        return first !== undefined && second !== undefined && isNearDuplicate(first, second);
      }),
    );
  });

  it('are not pages of one template with another title, nor pages without text', () => {
    const shared =
      'we offer a friendly place to work with lunch and books and time for what matters to you and yours every week of the year';
    const [first, second] = [
      sketchOf('Designer', blocks(`Designer wanted. ${shared}`)),
      sketchOf('Engineer', blocks(`Engineer wanted. ${shared}`)),
    ];
    expect(overlapOf(first, second)).toBeGreaterThan(0.5);
    expect(isNearDuplicate(first, second)).toBe(false);
    expect(isNearDuplicate(sketchOf('A', []), sketchOf('A', []))).toBe(false);
  });

  it('are found in languages without spaces', () => {
    const text = '当社は計測機器を設計し製造しています。お客様の工場で毎日使われています。';
    expect(isNearDuplicate(sketchOf('会社', blocks(text)), sketchOf('会社', blocks(`${text}。`)))).toBe(true);
  });
});

describe('blocks that repeat over a site', () => {
  const menu = 'Products Solutions Customers Company';

  it('stay where they first stand and go everywhere else', () => {
    // Prepare
    const pages = ['one', 'two', 'three', 'four'].map((name) => ({
      blocks: blocks(menu, `What page ${name} says.`, '© 2026 Brightwell'),
    }));

    // Act
    const kept = dropRepeatedBlocks(pages).map((page) => page.blocks.map((block) => block.text));

    // Assess
    expect(kept).toEqual([
      [menu, 'What page one says.', '© 2026 Brightwell'],
      ['What page two says.'],
      ['What page three says.'],
      ['What page four says.'],
    ]);
  });

  it('are not told from two pages, nor from a minority', () => {
    const two = [{ blocks: blocks(menu, 'a') }, { blocks: blocks(menu, 'b') }];
    const minority = [...two, ...['c', 'd', 'e', 'f'].map((name) => ({ blocks: blocks(name) }))];
    expect(dropRepeatedBlocks(two)).toEqual(two);
    expect(dropRepeatedBlocks(minority)).toEqual(minority);
  });

  it('never vanish altogether, and nothing that stands once is lost', () => {
    const page = fc.record({
      blocks: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 }).map((texts) => blocks(...texts)),
    });
    fc.assert(
      fc.property(fc.array(page, { maxLength: 8 }), (pages) => {
        const texts = (list: typeof pages) => new Set(list.flatMap((each) => each.blocks.map((block) => block.text)));
        const kept = dropRepeatedBlocks(pages);
        expect(texts(kept)).toEqual(texts(pages));
        expect(kept.every((each) => each.blocks.length > 0)).toBe(true);
      }),
    );
  });
});
