import { describe, expect, test } from '@jest/globals';
import { countBriefWords } from '../../../../services/brief/render/count-brief-words.ts';
import { renderMarkdown } from '../../../../services/brief/render/render-markdown.ts';
import { citation, claim, madeUpBrief } from './made-up-brief.ts';

describe('a brief as Markdown', () => {
  test('is read from the first page over the sections and gaps to the sources and the usage', () => {
    // Prepare, Act
    const headings = renderMarkdown(madeUpBrief()).match(/^#{1,3} .*$/gm);
    // Assess
    expect(headings).toEqual([
      '# Acme Robotics: interview brief',
      '## What they do',
      '## Why you fit',
      '## Five questions to expect',
      '## Five questions to ask',
      '## Risks to prepare for',
      '## Recent news',
      '## Your resume against the job',
      '## More questions, by who asks',
      '### Recruiter',
      '### Future colleagues',
      '### Anyone',
      '## What could not be found out',
      '## Sources',
      '## How this brief was made',
    ]);
  });

  test('says for whom and from what it was made, and that something is missing', () => {
    // Prepare, Act
    const markdown = renderMarkdown(madeUpBrief());
    // Assess
    expect(markdown).toContain(
      'acme.example · Backend Engineer · for the hiring manager conversation · 21 November 2026 · from 1 page and 1 document\n',
    );
    expect(markdown).toContain('**Some of what was asked for could not be read: see “What could not be found out”.**');
    expect(renderMarkdown(madeUpBrief({ degraded: false }))).not.toContain('could not be read');
  });

  test.each([
    [{ pages: 12, documents: 0 }, '· from 12 pages\n'],
    [{ pages: 0, documents: 1 }, '· from 1 document\n'],
  ])('names pages and documents only where there are some: %j', (read, end) => {
    // Prepare
    const { usage } = madeUpBrief();
    // Act
    const markdown = renderMarkdown(madeUpBrief({ usage: { ...usage, ...read } }));
    // Assess
    expect(markdown).toContain(end);
  });

  test('marks what is inferred, dates news with the newest first, and shows requirement, strength, evidence and advice', () => {
    // Prepare, Act
    const markdown = renderMarkdown(madeUpBrief());
    // Assess
    expect(markdown).toContain('- Acme builds robots.[^W1-1]\n');
    expect(markdown).toContain('- You have built robots. (inferred)[^D1-1][^W1-1]\n');
    expect(markdown).toContain('- **14 October 2026:** Acme grew.[^W1-1]\n- **15 January 2026:** Acme moved.[^W1-1]\n');
    expect(markdown).toContain('- **Robot experience** (strong): Your resume says “Built robots”. (inferred)[^W1-1]\n');
    expect(markdown).toContain(
      '- **Kafka** (missing): Your resume says nothing about this. (inferred)[^W1-1] *Advice:* Say what carries over.\n',
    );
    expect(markdown).toContain('1. Why robots? (inferred)[^W1-1]\n2. Why Acme? (inferred)[^W1-1]\n');
  });

  test('ends with the quote of every citation, once each, and its source', () => {
    // Prepare
    const statement = claim('what_they_do', 1, 'Two quotes.', {
      citations: [citation('W1', 'First words'), citation('W1', 'Other words, longer'), citation('W1', 'First words')],
    });
    const brief = madeUpBrief({
      sections: [{ section_id: 'what_they_do', title: 'What they do', claims: [statement] }],
    });
    // Act
    const markdown = renderMarkdown(brief);
    // Assess
    expect(markdown).toContain('Two quotes.[^W1-1][^W1-2]\n');
    expect(
      markdown.endsWith('\n[^W1-1]: W1, About Acme: “First words”\n[^W1-2]: W1, About Acme: “Other words, longer”\n'),
    ).toBe(true);
  });

  test('names gaps with what to do, sources with their warnings, and what left the machine', () => {
    // Prepare, Act
    const markdown = renderMarkdown(madeUpBrief());
    // Assess
    expect(markdown).toContain(
      '- **Who leads the company** (1 page of acme.example): No page names anyone. *What to do:* Name the team page with --also URL.\n',
    );
    expect(markdown).toContain(
      '- **W1** About Acme, <https://acme.example/w1>, read 20 November 2026, 18:30 UTC · published 4 March 2025. **Note:** 1,200 characters that a reader would not see (display:none) were left out of this brief.\n',
    );
    expect(markdown).toContain(
      '- **D1** Resume, d1.pdf, read 20 November 2026, 18:30 UTC. **Note:** The text was cut at 400,000 characters.\n',
    );
    expect(markdown).toContain('- 1 page, 1 document, 3 requests to acme.example, nothing else left the machine.\n');
    expect(markdown).toContain('- 2 statements did not stand up to the words cited and were dropped (number 2).\n');
  });

  test('counts the words before the sources, without marks', () => {
    // Prepare
    const bare = madeUpBrief({ degraded: false, sections: [], gaps: [] });
    const withOne = {
      ...bare,
      sections: [{ section_id: 'risks' as const, title: 'Risks', claims: [claim('risks', 1, 'One two — three.')] }],
    };
    // Act
    const added = countBriefWords(withOne) - countBriefWords(bare);
    // Assess
    expect(countBriefWords(bare)).toBe(
      'Acme Robotics: interview brief acme.example Backend Engineer for the hiring manager conversation 21 November 2026 from 1 page and 1 document'.split(
        ' ',
      ).length,
    );
    expect(added).toBe('Risks One two three'.split(' ').length);
  });
});
