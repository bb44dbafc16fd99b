import { describe, expect, it } from '@jest/globals';
import { answerSchema } from '../../../../services/brief/model/answer-contract.ts';
import { readAnswer } from '../../../../services/brief/model/read-answer.ts';

const given = new Set(['W1.1', 'W1.2']);
const claim = {
  statement: 'They map harbors.',
  basis: 'stated',
  citations: [{ passage_id: 'W1.1', anchor: 'map harbors' }],
};
const good = { sections: [{ section_id: 'what_they_do', claims: [claim] }] };

function read(text: string) {
  return readAnswer(text, ['what_they_do', 'leadership'], given);
}

describe('reading an answer', () => {
  it.each([
    ['as it is', JSON.stringify(good)],
    ['between fences', `\`\`\`json\n${JSON.stringify(good, null, 2)}\n\`\`\``],
    ['after a sentence and before another', `Here you are:\n${JSON.stringify(good)}\nDone.`],
    [
      'with null for what is absent',
      JSON.stringify({ sections: [{ section_id: 'what_they_do', claims: [{ ...claim, date: null, fit: null }] }] }),
    ],
    ['with keys that nobody asked for', JSON.stringify({ ...good, note: 'hello' })],
  ])('takes JSON %s', (_name, text) => {
    expect(read(text)).toEqual({ answer: good });
  });

  it.each([
    ['nothing', '', 'It is not one complete JSON object.'],
    ['words alone', 'I cannot help with that.', 'It is not one complete JSON object.'],
    ['half of it', JSON.stringify(good).slice(0, -20), 'It is not one complete JSON object.'],
    ['another shape', '{"sections": "none"}', 'sections: Invalid input: expected array, received string'],
    [
      'a section that does not exist',
      '{"sections": [{"section_id": "salary", "claims": []}]}',
      'sections.0.section_id:',
    ],
    [
      'only sections that were not asked for',
      '{"sections": [{"section_id": "fit", "claims": []}]}',
      'none of the sections asked for: what_they_do, leadership',
    ],
    [
      'a section that would be lost',
      JSON.stringify(good).replace('W1.1', 'W7.7'),
      'what_they_do cites no passage_id that stands in <sources>.',
    ],
  ])('says what is wrong with %s', (_name, text, problem) => {
    expect(read(text).problems?.[0]).toContain(problem);
  });

  it('leaves a single wrong id to the claim check and an empty section as it is', () => {
    // Prepare
    const wrong = { ...claim, citations: [{ passage_id: 'W7.7' }] };
    const answer = {
      sections: [
        { section_id: 'what_they_do', claims: [claim, wrong] },
        { section_id: 'leadership', claims: [] },
      ],
    };

    // Act and assess
    expect(read(JSON.stringify(answer))).toEqual({ answer });
  });

  it('is described by a schema of keywords that models can be held to, every object closed', () => {
    // Act
    const schema = JSON.stringify(answerSchema());

    // Assess
    expect(schema).not.toMatch(
      /"(?:\$ref|\$schema|pattern|format|minLength|maxLength|minimum|maximum|maxItems|minItems)"/,
    );
    expect(schema.match(/"additionalProperties":false/g)?.length).toBe(schema.match(/"type":"object"/g)?.length);
  });
});
