import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FunctionName } from '../../contracts/index.ts';
import { ConfigurationError } from '../../contracts/index.ts';
import { renderStateMachine, stateMachineTemplate } from '../../statemachine/render.ts';

const NAMES: readonly FunctionName[] = [
  'CreateSession',
  'ScrapeCompany',
  'ParseDocuments',
  'AnalyzeWithComprehend',
  'GenerateBrief',
  'UpdateSession',
];

function arnsWith(arnOf: (name: FunctionName) => string): Record<FunctionName, string> {
  return Object.fromEntries(NAMES.map((name) => [name, arnOf(name)])) as Record<FunctionName, string>;
}

const ARNS = arnsWith((name) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}:live`);

describe('renderStateMachine', () => {
  it('puts every function where its placeholder stood', () => {
    // Prepare
    const template = stateMachineTemplate();

    // Act
    const rendered = renderStateMachine(template, ARNS);

    // Assess
    expect(rendered).not.toContain('${');
    for (const name of NAMES) expect(rendered).toContain(`"Resource":"${ARNS[name]}"`);
  });

  it('gives one line of JSON that differs from the file in the placeholders alone', () => {
    // Prepare
    const identity = arnsWith((name) => `\${${name}FunctionArn}`);

    // Act
    const rendered = renderStateMachine(stateMachineTemplate(), identity);

    // Assess
    expect(rendered).toBe(JSON.stringify(JSON.parse(stateMachineTemplate())));
  });

  it('takes an ARN as it is, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (arn) => {
        // Prepare
        const template = '{"Resource":"${ScrapeCompanyFunctionArn}"}';

        // Act
        const rendered = renderStateMachine(template, { ...ARNS, ScrapeCompany: arn });

        // Assess
        expect(JSON.parse(rendered)).toEqual({ Resource: arn });
      }),
    );
  });

  it.each([
    ['an unknown function', '{"Resource":"${ScrapeCompanieFunctionArn}"}'],
    ['another kind of placeholder', '{"Comment":"runs in ${Region}"}'],
    ['an empty placeholder', '{"Comment":"${}"}'],
    ['text that is no JSON', '{"StartAt":'],
  ])('refuses %s and says what is wrong', (_what, template) => {
    // Act
    const render = () => renderStateMachine(template, ARNS);

    // Assess
    expect(render).toThrow(ConfigurationError);
    expect(render).toThrow(/placeholder \$\{|is not JSON/);
  });

  it('refuses a function without an ARN', () => {
    // Prepare
    const arns = { ...ARNS, GenerateBrief: '' };

    // Act
    const render = () => renderStateMachine(stateMachineTemplate(), arns);

    // Assess
    expect(render).toThrow(/\$\{GenerateBriefFunctionArn\}, for which there is no ARN/);
  });
});
