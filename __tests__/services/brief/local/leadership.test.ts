import { describe, expect, it } from '@jest/globals';
import type { PageKind } from '../../../../contracts/index.ts';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { leadership } from '../../../../services/brief/local/sections/leadership.ts';
import { evidenceOn, requestWith, sitePage } from './company.ts';

function leaders(kind: PageKind, text: string): string[] {
  return leadership(evidenceOn(kind, text)).map(({ statement }) => statement);
}

describe('who leads the company', () => {
  it.each<[string, PageKind, string, string[]]>([
    [
      'a heading and the line below it',
      'team',
      '# Team\n## Nora Falk\nChief Executive Officer\n## Imani de la Cruz\nVP Engineering',
      ['Nora Falk — Chief Executive Officer', 'Imani de la Cruz — VP Engineering'],
    ],
    [
      'name, comma, title',
      'team',
      '# Team\n- Nora Falk, CEO\n- Jean-Luc Petit, Head of Design',
      ['Nora Falk — CEO', 'Jean-Luc Petit — Head of Design'],
    ],
    ['name, dash, title', 'about', '# About\nNora Falk — Co-founder', ['Nora Falk — Co-founder']],
    ['title, colon, name', 'contact', 'Managing Director: Nora Falk', ['Nora Falk — Managing Director']],
    ['a sentence', 'about', '# About\nNora Falk is our CEO and lives near the sea.', ['Nora Falk — CEO']],
    [
      'title before the name in a news item',
      'news',
      '# News\n“We ship robots,” says Saltmarsh Robotics CEO Nora Falk.',
      ['Nora Falk — CEO'],
    ],
    ['two titles in one line', 'team', '# Team\n### Nora Falk\nFounder and CEO', ['Nora Falk — Founder and CEO']],
    ['a table row', 'team', '# Team\n| Nora Falk | Chief Financial Officer', ['Nora Falk — Chief Financial Officer']],
    ['a German page', 'about', '# Impressum\nGeschäftsführerin: Nora Falk', ['Nora Falk — Geschäftsführerin']],
  ])('is read from %s', (_, kind, text, expected) => {
    expect(leaders(kind, text)).toEqual(expected);
  });

  it.each<[string, PageKind, string]>([
    ['the author of a testimonial', 'home', '# Robots\n> They saved our harvest. — Ulla Brun, CEO of Farmwell'],
    [
      'the author of a testimonial in a paragraph',
      'home',
      '# Robots\n“They saved our harvest.” Ulla Brun, CEO at Farmwell',
    ],
    ['a customer under a heading about customers', 'home', '# What our customers say\n### Ulla Brun\nCEO, Farmwell'],
    ['a customer in a list with the company', 'home', '# Stories\n### Ulla Brun\nManaging Director, Farmwell Organic'],
    ['anybody on a customer page', 'customers', '# Farmwell\nUlla Brun, Chief Operating Officer'],
    ['the author of a post', 'news', '# How we weld\nBy Sven Arp, Head of Content'],
    ['an investor', 'about', '# About\n## Investors\nOtto Kern, Managing Partner at Tidefund'],
    ['a board member from a fund', 'about', '# About\nOtto Kern, Partner at Tidefund, sits on our board.'],
    ['a former officer', 'team', '# Team\nRosa Lind, former CEO, now advises us.'],
    ['an officer until a year', 'about', '# History\nRosa Lind, CEO (until 2021)'],
    ['an officer of some years', 'about', '# History\nRosa Lind (CEO 2014–2020) opened the plant.'],
    ['a founder who died', 'about', '# History\nOur founder Rosa Lind passed away in 2019.'],
    [
      'an officer of another company before',
      'team',
      '# Team\n## Nora Falk\nBefore joining us Nora was CTO of Gearwise.',
    ],
    ['a heading that is no person', 'team', '# Team\n## Our Leadership\nChief Executive Officer wanted'],
    [
      'an analyst quoted in the news',
      'news',
      '# Market\nThe market will grow, said Carla Roth, Head of Research at Gridview.',
    ],
  ])('is not %s', (_, kind, text) => {
    expect(leaders(kind, text)).toEqual([]);
  });

  it('leaves out who has left by a later page, and keeps who followed', () => {
    const team = sitePage('about', '# About\nRosa Lind is our CEO.', { id: 'W1' });
    const news = sitePage(
      'news',
      '# Change at the top\nRosa Lind steps down as CEO.\nNora Falk takes over as CEO of Saltmarsh Robotics.',
      { id: 'W2', published: '2026-02-01' },
    );
    const statements = leadership(prepareEvidence(requestWith([team, news]))).map(({ statement }) => statement);
    expect(statements).toEqual(['Nora Falk — CEO']);
  });

  it('trusts the team page over the news when two people hold one title', () => {
    const team = sitePage('team', '# Team\n## Nora Falk\nCEO', { id: 'W1' });
    const news = sitePage('news', '# Robots\n“Good,” says Saltmarsh Robotics CEO Rosa Lind.', {
      id: 'W2',
      published: '2019-02-01',
    });
    const statements = leadership(prepareEvidence(requestWith([team, news]))).map(({ statement }) => statement);
    expect(statements).toEqual(['Nora Falk — CEO']);
  });

  it('cites both the name and the title', () => {
    const [claim] = leadership(evidenceOn('team', '# Team\n## Nora Falk\nChief Executive Officer'));
    expect(claim?.citations.map(({ passage_id }) => passage_id)).toEqual(['W1.2', 'W1.3']);
  });
});
