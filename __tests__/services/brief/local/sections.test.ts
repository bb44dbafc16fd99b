import { describe, expect, it } from '@jest/globals';
import type { DraftClaim } from '../../../../services/brief/brief-writer.ts';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { onMissing } from '../../../../services/brief/local/questions/questions-to-ask.ts';
import { openRoles } from '../../../../services/brief/local/sections/open-roles.ts';
import { productsAndCustomers } from '../../../../services/brief/local/sections/products-and-customers.ts';
import { recentNews } from '../../../../services/brief/local/sections/recent-news.ts';
import { redFlags } from '../../../../services/brief/local/sections/red-flags.ts';
import { technology } from '../../../../services/brief/local/sections/technology.ts';
import { vocabulary } from '../../../../services/brief/local/sections/vocabulary.ts';
import { whatTheyDo } from '../../../../services/brief/local/sections/what-they-do.ts';
import { emptyAnalysis } from '../../../fixtures/brief/lanternfish.ts';
import { document } from '../../../fixtures/brief/sources.ts';
import { evidenceOn, requestWith, sitePage } from './company.ts';

function said(claims: readonly DraftClaim[]): string[] {
  return claims.map(({ statement }) => statement);
}

describe('what they do', () => {
  it('prefers the sentence that defines the company to slogans, buttons and legal lines', () => {
    const evidence = evidenceOn(
      'home',
      '# The future is quiet\nBook a demo of our robots today\nWe use cookies to make this site better for you.\nAre you ready for quiet robots in your harbor?\nSaltmarsh Robotics builds quiet robots that inspect dikes and harbors.\n© 2026 Saltmarsh Robotics. All rights reserved.',
    );
    expect(said(whatTheyDo(evidence))).toEqual([
      'Saltmarsh Robotics builds quiet robots that inspect dikes and harbors.',
    ]);
  });

  it('takes neither a button in the first person nor a teaser that breaks off', () => {
    const evidence = evidenceOn(
      'home',
      'I am an individual who wants to help.\nSince 1974 this celebration has recognized the power of volunteers to...\nRobots of ours carry shellfish over the mud.',
    );
    expect(said(whatTheyDo(evidence))).toEqual(['Robots of ours carry shellfish over the mud.']);
  });

  it('takes neither an address nor opening hours for a statement', () => {
    const evidence = evidenceOn(
      'home',
      'Address: 149 Mud Street, Esbjerg, 6700, Denmark\nWe are open Monday to Friday from 9 to 5 o’clock.\nRobots of ours carry shellfish over the mud.',
    );
    expect(said(whatTheyDo(evidence))).toEqual(['Robots of ours carry shellfish over the mud.']);
  });

  it('falls back on how the page about the company begins', () => {
    expect(
      said(
        whatTheyDo(
          evidenceOn('about', '# Om oss\nVi bygger tysta robotar som inspekterar vallar och hamnar längs hela kusten.'),
        ),
      ),
    ).toEqual(['Vi bygger tysta robotar som inspekterar vallar och hamnar längs hela kusten.']);
  });
});

describe('news', () => {
  it('takes dates from the page, the entry, or the line below it, and nothing from the future', () => {
    const article = sitePage('news', '# Quiet robots reach Denmark\nTen robots work in Esbjerg.', {
      id: 'W1',
      published: '2026-03-01',
    });
    const list = sitePage(
      'news',
      '# News\n## Saltmarsh wins the harbor prize\n12 May 2026\n## A robot that swims in winter\n@2026-01-09 The new robot swims.\n## We will be at the fair\n1 June 2027\n## Undated but nice to know',
      { id: 'W2' },
    );
    expect(recentNews(prepareEvidence(requestWith([article, list]))).map(({ date }) => date)).toEqual([
      '2026-05-12',
      '2026-03-01',
      '2026-01-09',
    ]);
  });

  it('tells one story once when the list and the article both tell it', () => {
    const article = sitePage('news', '# Quiet robots reach Denmark\nTen robots work in Esbjerg.', {
      id: 'W1',
      published: '2026-03-01',
    });
    const list = sitePage('news', '# News\n## Quiet robots reach Denmark\n1 March 2026', { id: 'W2' });
    expect(recentNews(prepareEvidence(requestWith([article, list])))).toHaveLength(1);
  });

  it('leaves out what is older than two years', () => {
    const old = sitePage('news', '# Old robots\nThey were loud and slow.', { id: 'W1', published: '2023-03-01' });
    const fresh = sitePage('news', '# New quiet robots arrive\nThey are quiet and fast.', {
      id: 'W2',
      published: '2026-03-01',
    });
    expect(recentNews(prepareEvidence(requestWith([old, fresh]))).map(({ date }) => date)).toEqual(['2026-03-01']);
  });
});

describe('products and customers', () => {
  it('takes a product that a heading names and its first sentence explains', () => {
    const evidence = evidenceOn(
      'products',
      '# Products\n## Ebbfin\nEbbfin inspects quay walls below the water line.\n## Why us\nBecause we are very quiet and friendly people.\n## Customers\nEbbfin is used by the ports of Esbjerg and Husum.',
    );
    expect(said(productsAndCustomers(evidence))).toEqual([
      'Ebbfin inspects quay walls below the water line.',
      'Ebbfin is used by the ports of Esbjerg and Husum.',
    ]);
  });
});

describe('technology', () => {
  it('takes few sentences that name much, and none about other companies', () => {
    const evidence = evidenceOn(
      'engineering',
      '# Engineering\nOur robots run Rust and ROS2 on Linux.\nOur robots run Linux.\nThe console is written in TypeScript.',
    );
    expect(said(technology(evidence))).toEqual([
      'Our robots run Rust and ROS2 on Linux.',
      'The console is written in TypeScript.',
    ]);
    expect(
      said(technology(evidenceOn('news', '# Guest post\nMost banks still use COBOL and Java for payments.'))),
    ).toEqual([]);
  });
});

describe('open roles', () => {
  it('lists roles with their places from the careers page, and no menu entries', () => {
    const evidence = evidenceOn(
      'careers',
      '# Careers\n- Our engineers\n## Open positions\n- Welding Engineer — Husum\n- Robot Designer — Esbjerg\n- See all jobs\n## How we hire\nYou meet the team for a call and weld one frame.',
    );
    expect(said(openRoles(evidence))).toEqual([
      'Welding Engineer — Husum; Robot Designer — Esbjerg',
      'You meet the team for a call and weld one frame.',
    ]);
  });
});

describe('vocabulary', () => {
  it('takes terms that a sentence explains, not sentences about the company or its mission', () => {
    const evidence = evidenceOn(
      'about',
      '# About\nA tide window is the hour in which a robot may enter a lock.\nOur mission is a quiet coast.\nSaltmarsh Robotics is a company from Husum.\nIt is a nice place.',
    );
    expect(said(vocabulary(evidence))).toEqual(['A tide window is the hour in which a robot may enter a lock.']);
  });
});

describe('vocabulary without explained terms', () => {
  it('names phrases that several pages use', () => {
    const phrase = (text: string) => ({ text, count: 4, source_ids: ['W1', 'W2'], score: 1, mentions: [] });
    const key_phrases = [
      'quay wall',
      'tide window',
      'lock gate',
      'robots inspect',
      'old quay wall',
      'Ebbfin',
      'only once',
    ].map(phrase);
    const one = sitePage(
      'home',
      '# Robots\nOur robots inspect the old quay wall, the lock gate and the tide window only once.',
      { id: 'W1' },
    );
    const two = sitePage(
      'about',
      '# Robots\nA lock gate, an old quay wall, a tide window: our robots inspect them all by heart.',
      {
        id: 'W2',
      },
    );
    const request = requestWith([one, two], { analysis: { ...emptyAnalysis, key_phrases } });
    expect(said(vocabulary(prepareEvidence(request)))).toEqual([
      'They keep saying “quay wall”, “tide window” and “lock gate”: use the same words.',
    ]);
  });
});

describe('red flags', () => {
  it('quotes the words and says what to ask', () => {
    expect(said(redFlags(evidenceOn('careers', '# Careers\nWe are like a family.')))).toEqual([
      'Their site says “like a family”: ask how they say no to each other.',
    ]);
  });

  it.each([
    ['taken back', 'careers', 'There is no on-call duty here.'],
    ['about a product', 'products', 'Our fast-paced robot never sleeps.'],
    ['somebody else’s words', 'about', '> A fast-paced team that saved us.'],
  ] as const)('sees none in words that are %s', (_, kind, text) => {
    expect(redFlags(evidenceOn(kind, `# Page\n${text}`))).toEqual([]);
  });
});

describe('a question about what is nice to have', () => {
  it.each([
    ['- Kafka is a plus', 'You write “Kafka is a plus”. How do people who come without it learn it here?'],
    ['## Nice to have\n- Kafka', 'You name “Kafka” as a plus. How do people who come without it learn it here?'],
  ])('does not say plus twice: %s', (line, expected) => {
    const job = document({
      id: 'D1',
      purpose: 'job_description',
      file: 'job.txt',
      title: 'Engineer',
      text: `## Requirements\n- PostgreSQL in production\n${line}`,
    });
    const resume = document({
      id: 'D2',
      purpose: 'resume',
      file: 'cv.txt',
      title: 'CV',
      text: 'Built PostgreSQL services.',
    });
    const questions = onMissing(prepareEvidence(requestWith([job, resume])));
    expect(questions.map(({ text }) => text)).toEqual([expected]);
  });
});

describe('products', () => {
  it('are what a sentence is about, not what it names on the way', () => {
    const evidence = evidenceOn(
      'home',
      '# Work with it\n## Tidewatch\nTidewatch is a robot that counts crabs at night.\n## Stripe\nBuild, test and use Stripe inside of your own harbor.',
    );
    expect(said(productsAndCustomers(evidence))).toEqual(['Tidewatch is a robot that counts crabs at night.']);
  });
});

describe('red flags', () => {
  it.each([
    ['Our founder left us in May to grow oysters.', 1],
    ['Everybody who leaves us a review helps the next customer.', 0],
  ])('%s', (text, count) => {
    expect(redFlags(evidenceOn('about', text))).toHaveLength(count);
  });
});
