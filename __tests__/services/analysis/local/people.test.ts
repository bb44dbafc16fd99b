import { describe, expect, test } from '@jest/globals';
import { documentOf, pageOf } from '../../../conformance/source-of.ts';
import { analyze, namesOf } from './analyze.ts';

describe('people', () => {
  test.each([
    [
      'running text',
      'Acme was founded by Ingrid Vestergaard and Tom Brown in a garage.',
      ['Ingrid Vestergaard 1', 'Tom Brown 1'],
    ],
    ['a title behind', 'Priya Ramanujam, Chief Technology Officer, joined in May.', ['Priya Ramanujam 1']],
    ['a title before', 'Our CTO, Priya Ramanujam, joined in May.', ['Priya Ramanujam 1']],
    ['an honorific', 'We work with Dr. Zephyra Quill on safety.', ['Zephyra Quill 1']],
    [
      'particles and marks',
      "The board has Maria van der Velde and Zoë O'Brien on it.",
      ['Maria van der Velde 1', "Zoë O'Brien 1"],
    ],
  ])('are found by %s', async (_, line, expected) => {
    // Prepare, Act
    const people = await namesOf('PERSON', line);
    // Assess
    expect(people).toEqual(expected.toSorted());
  });

  test('cards of a team page are a name with the title below', async () => {
    // Prepare
    const team = pageOf('W1', [
      '# Leadership Team',
      '# Priya Ramanujam',
      'CTO & Co-Founder',
      '# Jane Doe',
      'Head of Product',
      'Product Design',
      'Read More',
    ]);
    // Act
    const { entities } = await analyze(team);
    // Assess
    expect(entities.map(({ type, name }) => `${type} ${name}`)).toEqual([
      'TITLE CTO & Co-Founder',
      'TITLE Head of Product',
      'PERSON Jane Doe',
      'PERSON Priya Ramanujam',
    ]);
  });

  test('first names and middle initials belong to the one full name of the source', async () => {
    // Prepare
    const lines = [
      'Maria K. Lindqvist leads the company. Maria Lindqvist grew up in Oslo.',
      'Before that, Maria was an engineer. We asked Lindqvist why.',
    ];
    // Act
    const people = await namesOf('PERSON', ...lines);
    // Assess
    expect(people).toEqual(['Maria K. Lindqvist 4']);
  });

  test('a first name that two people share joins neither', async () => {
    // Prepare, Act
    const people = await namesOf('PERSON', 'We met Maria Lindqvist and Maria Fernandez there. Later Maria spoke.');
    // Assess
    expect(people).toEqual(['Maria Fernandez 1', 'Maria Lindqvist 1']);
  });

  test.each([
    [
      'headings',
      ['# Product Design', '# Our Team', '# Why Acme', '# Customer Success', '# Grace Period', '# Sales Team'],
    ],
    [
      'job titles',
      ['We are hiring a Senior Software Engineer and a Product Manager.', '# Marketing Manager', '- Account Executive'],
    ],
    ['menus', ['Read More', 'Contact Sales', 'Sign In', 'Privacy Policy', 'Mark Complete']],
    ['sentence starts', ['Mark your calendar. Will we meet? May is near. Hope helps. Rose gardens bloom.']],
    ['places', ['We have offices in San Francisco and Santa Clara. Visit Austin Office or the Paris Office.']],
    ['months and nations', ['In April German and French engineers met on Monday.']],
  ])('are not found in %s', async (_, lines) => {
    // Prepare, Act
    const people = await namesOf('PERSON', ...lines);
    // Assess
    expect(people).toEqual([]);
  });

  test('on a resume an employer beside a job title is an organization, and its owner a person', async () => {
    // Prepare
    const resume = documentOf('D1', [
      'Robin Castellanos',
      '# Experience',
      'Senior Software Engineer, Northwind Traders',
      'Brightwater — Staff Engineer',
      '- Mentored three engineers',
      '- Migrated services to new machines',
    ]);
    // Act
    const { entities } = await analyze(resume);
    // Assess
    const named = entities.map(({ type, name }) => `${type} ${name}`);
    expect(named).toEqual(['ORGANIZATION Brightwater', 'ORGANIZATION Northwind Traders', 'PERSON Robin Castellanos']);
  });
});
