import type { Gap, SectionId } from '../../../contracts/index.ts';
import type { BriefWriter, Draft, WritingRequest } from '../brief-writer.ts';
import { refusalLines } from '../without-instructions.ts';
import { orderLines } from './bare-orders.ts';
import type { SectionSelector } from './claims.ts';
import type { Evidence } from './evidence.ts';
import { prepareEvidence } from './evidence.ts';
import { newsOf } from './news.ts';
import { cultureAndValues } from './sections/culture-and-values.ts';
import { fit } from './sections/fit.ts';
import { leadership } from './sections/leadership.ts';
import { openRoles } from './sections/open-roles.ts';
import { productsAndCustomers } from './sections/products-and-customers.ts';
import { likelyQuestions, questionsToAsk, questionsToAskFirst, questionsToExpect } from './sections/questions.ts';
import { recentNews, recentOf } from './sections/recent-news.ts';
import { redFlags } from './sections/red-flags.ts';
import { risks } from './sections/risks.ts';
import { storiesToTell } from './sections/stories-to-tell.ts';
import { technology } from './sections/technology.ts';
import { vocabulary } from './sections/vocabulary.ts';
import { whatTheyDo } from './sections/what-they-do.ts';
import { whyYouFit } from './sections/why-you-fit.ts';

const SELECTORS: Readonly<Record<SectionId, SectionSelector>> = {
  what_they_do: whatTheyDo,
  why_you_fit: whyYouFit,
  questions_to_expect: questionsToExpect,
  questions_to_ask_first: questionsToAskFirst,
  risks,
  products_and_customers: productsAndCustomers,
  leadership,
  culture_and_values: cultureAndValues,
  recent_news: recentNews,
  technology,
  open_roles: openRoles,
  fit,
  likely_questions: likelyQuestions,
  stories_to_tell: storiesToTell,
  questions_to_ask: questionsToAsk,
  vocabulary,
  red_flags: redFlags,
};

/** Makes the writer that needs no model: it selects and arranges sentences of the sources and fills question templates with their words. It invents nothing and throws nothing. */
export function createLocalWriter(): BriefWriter {
  return { name: 'local', write: async (request) => writeDraft(request) };
}

function writeDraft(request: WritingRequest): Draft {
  const evidence = prepareEvidence(request);
  const sections = (Object.entries(SELECTORS) as [SectionId, SectionSelector][]).map(([section_id, select]) => ({
    section_id,
    claims: select(evidence),
  }));
  return {
    sections,
    gaps: oldNews(evidence),
    usage: {
      input_tokens: 0,
      output_tokens: 0,
      left_out: [...refusalLines(evidence.refused), ...orderLines(evidence.ordered)],
    },
  };
}

/** Says so when all news is old. */
function oldNews(evidence: Evidence): Gap[] {
  const [newest] = newsOf(evidence);
  if (!newest || recentOf(evidence).length > 0) return [];
  return [
    {
      sought: 'recent news',
      where: 'the news pages that were read',
      reason: `Nothing there is newer than ${newest.date}.`,
      remedy: 'Look for press coverage of the last months yourself.',
    },
  ];
}
