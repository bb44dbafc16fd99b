import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../statemachine/asl.ts';
import { checkDefinition, RULES } from '../../statemachine/checks/index.ts';
import { FIXTURE_FACTS } from './fixture-facts.ts';

const FOLDER = new URL('./fixtures/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith('.asl.json'));

function definitionIn(file: string): Definition {
  return JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as Definition;
}

function filesNamed(prefix: string): string[] {
  return FILES.filter((file) => file.startsWith(prefix));
}

describe('the rules of the state machine', () => {
  it.each(filesNamed('valid-'))('find nothing in %s', (file) => {
    // Act
    const findings = checkDefinition(definitionIn(file), FIXTURE_FACTS);

    // Assess
    expect(findings).toEqual([]);
  });

  it.each(filesNamed('invalid-'))('reject %s by the rule it is named for, and by no other', (file) => {
    // Prepare
    const rule = file.slice('invalid-'.length, -'.asl.json'.length);

    // Act
    const findings = checkDefinition(definitionIn(file), FIXTURE_FACTS);

    // Assess
    expect(findings).not.toEqual([]);
    expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule]);
    for (const { message, remedy } of findings) expect([message, remedy]).not.toContain('');
  });

  it.each(RULES.map((rule) => rule.name))('have an invalid machine to show that %s bites', (name) => {
    expect(FILES).toContain(`invalid-${name}.asl.json`);
  });
});
