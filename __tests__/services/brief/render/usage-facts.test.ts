import { describe, expect, test } from '@jest/globals';
import { usageFacts } from '../../../../services/brief/render/usage-facts.ts';
import { madeUpBrief } from './made-up-brief.ts';

describe('what a brief says of its making', () => {
  const { usage } = madeUpBrief();

  test.each([
    ['no request at all', { requests: {} }, {}, '1 page, 1 document, nothing left the machine.'],
    [
      'several hosts',
      { requests: { 'a.example': 1, 'b.example': 1_200 } },
      {},
      '1 page, 1 document, 1,200 requests to b.example, 1 request to a.example, nothing else left the machine.',
    ],
    [
      'a writer elsewhere',
      { requests: {} },
      { writer: 'bedrock' },
      '1 page, 1 document, text was given to the writer bedrock.',
    ],
  ])('after %s', (_, used, made_by, expected) => {
    // Prepare, Act
    const [first] = usageFacts(
      madeUpBrief({ usage: { ...usage, ...used }, made_by: { analyzer: 'local', ...made_by } }),
    );
    // Assess
    expect(first).toBe(expected);
  });

  test('names parts, what was left out, and the cost', () => {
    // Prepare, Act
    const facts = usageFacts(
      madeUpBrief({
        dropped_claims: {},
        usage: {
          ...usage,
          comprehend_units: 12,
          input_tokens: 5_000,
          output_tokens: 1,
          estimated_cost_usd: 0.137,
          left_out: ['W4 from its 20th passage on'],
        },
      }),
    );
    // Assess
    expect(facts.slice(1)).toEqual([
      'Made on 21 November 2026, 19:00 UTC by analyzer local, writer local, and ocr off.',
      'Left out: W4 from its 20th passage on.',
      '31 characters, 9 state transitions, 12 Comprehend units, 5,000 input tokens, 1 output token; estimated cost $0.14.',
      'Execution k-0-1.',
    ]);
  });

  test('says cents of a cent, pages of a scan, and what has no price', () => {
    // Prepare, Act
    const facts = usageFacts(
      madeUpBrief({
        usage: { ...usage, textract_pages: 3, estimated_cost_usd: 0.0048, unpriced: ['tokens of acme.quill-9'] },
      }),
    );
    // Assess
    expect(facts).toContain(
      '31 characters, 9 state transitions, 3 Textract pages; estimated cost $0.0048 without the tokens of acme.quill-9, for which no price is known.',
    );
  });
});
