import { describe, expect, it } from '@jest/globals';
import type { PageKind } from '../../../../contracts/index.ts';
import type { SectionSelector } from '../../../../services/brief/local/claims.ts';
import { prepareEvidence } from '../../../../services/brief/local/evidence.ts';
import { newsOf } from '../../../../services/brief/local/news.ts';
import { openRoles } from '../../../../services/brief/local/sections/open-roles.ts';
import { productsAndCustomers } from '../../../../services/brief/local/sections/products-and-customers.ts';
import { whatTheyDo } from '../../../../services/brief/local/sections/what-they-do.ts';
import { requestWith, sitePage } from './company.ts';

function told(section: SectionSelector, kind: PageKind, text: string, title = 'Page', company = 'Corvane Systems') {
  const page = sitePage(kind, text, { language: 'en', title });
  return section(prepareEvidence(requestWith([page], { company_name: company }))).map(({ statement }) => statement);
}

describe('products and customers', () => {
  it('are no slogans', () => {
    const text =
      '# Platform\n## Built for retail\nGive your shoppers the returns they deserve.\nTrusted by the most innovative brands of all.';
    expect(told(productsAndCustomers, 'products', text)).toEqual([]);
  });

  it('are told by names and counts', () => {
    const text = '# Customers\nTrusted by Brightwick and Fernhollow since the start.\nUsed by 40 hospitals every day.';
    expect(told(productsAndCustomers, 'customers', text)).toEqual([
      'Used by 40 hospitals every day.',
      'Trusted by Brightwick and Fernhollow since the start.',
    ]);
  });

  it('are not the industries that a company sells to', () => {
    const text = '# Industries\n## Metro\nMetros run every 90 seconds, so a stuck door is dear.';
    expect(told(productsAndCustomers, 'products', text, 'Industries')).toEqual([]);
  });

  it('are not what a donation pays for', () => {
    expect(told(productsAndCustomers, 'home', '# Home\nYour £10 pays for a bed tonight.')).toEqual([]);
  });

  it('are told on a page about what they do', () => {
    const text = '# What we do\n## Housing First\nHousing First gives people a flat before anything else.';
    expect(told(productsAndCustomers, 'about', text, 'What we do')).toEqual([
      'Housing First gives people a flat before anything else.',
    ]);
  });
});

describe('what a company does', () => {
  it('is told of its things, by the name that its pages use', () => {
    const sentence = "Corvane's sensors tell rail operators which part will fail next.";
    expect(told(whatTheyDo, 'home', `# Trains\n${sentence}`)).toEqual([sentence]);
  });

  it('is not told of another company of a longer name', () => {
    expect(told(whatTheyDo, 'news', "# Trains\nCorvanes's sensors tell operators which part will fail next.")).toEqual(
      [],
    );
  });
});

describe('how they hire', () => {
  it('is told under a heading about applying, with the roles of a table', () => {
    const text =
      '# Work for us\n## Current vacancies\n| Role | Location\n| Support Worker (nights) | Harrow\n## How to apply\nSend a letter; we interview in person with a resident on the panel.';
    expect(told(openRoles, 'careers', text)).toEqual([
      'Support Worker (nights) | Harrow',
      'Send a letter; we interview in person with a resident on the panel.',
    ]);
  });
});

describe('news', () => {
  it('is not what a blog offers to customers, nor what guests write', () => {
    const text =
      '# Blog\n## 5 ways to cut return fraud this season\n3 November 2026\n## Guest post: Why data beats intuition\n1 September 2026\n## We open an office in Toronto\n2 June 2026';
    const news = newsOf(prepareEvidence(requestWith([sitePage('news', text, { language: 'en' })])));
    expect(news.map(({ headline }) => headline.text)).toEqual(['We open an office in Toronto']);
  });
});
