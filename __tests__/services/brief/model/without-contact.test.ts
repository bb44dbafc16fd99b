import { expect, it } from '@jest/globals';
import type { ModelTransport } from '../../../../services/brief/model/model-transport.ts';
import { createModelWriter } from '../../../../services/brief/model/model-writer.ts';
import { resumeStructure } from '../../../../services/documents/structure/resume-structure.ts';
import { lanternfishRequest } from '../../../fixtures/brief/lanternfish.ts';
import { readPrompt } from '../../../support/model/read-prompt.ts';
import { ruleModel } from '../../../support/model/rule-model.ts';
import { madeUpDocument } from '../../documents/structure/made-up-document.ts';

const RESUME =
  'Alex Morgan\nalex@morgan.example | +49 30 555 0100\n\nEXPERIENCE\n\nEngineer, Acme, 2019 – 2024\n- Wrote Go for warehouses';

it('tells a model what a person has done, and not how to reach them', async () => {
  // Prepare
  const told: string[] = [];
  const transport: ModelTransport = {
    name: 'double',
    model: 'double-1',
    setup: {},
    complete: async ({ turns }) => {
      const text = turns
        .map((turn) => (turn.role === 'user' ? turn.blocks.map((block) => block.text).join('\n') : ''))
        .join('\n');
      told.push(text);
      return {
        text: JSON.stringify(ruleModel(readPrompt(text))),
        stop: 'done',
        usage: { input_tokens: 1, output_tokens: 1, latency_ms: 1 },
      };
    },
  };
  const resume = madeUpDocument(RESUME, 'resume');
  const company = lanternfishRequest.sources.filter(({ source }) => source.kind === 'page');
  const structures = new Map([['D1', resumeStructure(resume, lanternfishRequest.today)]]);

  // Act
  await createModelWriter({ transport }).write({ ...lanternfishRequest, sources: [...company, resume], structures });

  // Assess
  expect(told.join('\n')).toContain('Wrote Go for warehouses');
  expect(told.join('\n')).not.toMatch(/alex@morgan|555 0100|Alex Morgan/);
});
