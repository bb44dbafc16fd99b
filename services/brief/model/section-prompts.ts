import type { SectionId } from '../../../contracts/index.ts';

/** What a model is told of a section. */
export interface SectionPrompt {
  /** What to write, as an order. */
  readonly asks: string;
  /** Most claims that the brief shows of it. */
  readonly max_claims: number;
}

/** What each section asks for. Part of the prompt: a change of a word needs a new prompt version. */
export const SECTION_PROMPTS: Readonly<Record<SectionId, SectionPrompt>> = {
  what_they_do: {
    asks: 'What the company makes or does, for whom, where, how large it is. Stated. The first claim says it in one sentence.',
    max_claims: 4,
  },
  why_you_fit: {
    asks: "The strongest matches between the job's requirements and the resume. Inferred. Each cites the requirement and the line of the resume.",
    max_claims: 3,
  },
  questions_to_expect: {
    asks: 'The five questions the candidate is most likely to be asked, each a question in quotation marks and what it aims at. Inferred, with the audience. Each cites the requirement, value or line of the resume it comes from.',
    max_claims: 5,
  },
  questions_to_ask_first: {
    asks: 'The five best questions to ask back: each shows that the candidate read the sources and could not be answered by the site. Inferred; cites what it comes from.',
    max_claims: 5,
  },
  risks: {
    asks: 'What may go wrong for this candidate: a requirement without evidence, a gap between jobs, a fact about the company that weighs on the role. Inferred, each with what to do about it.',
    max_claims: 3,
  },
  products_and_customers: {
    asks: 'Products, what each is for, prices if they are given, customers and what they say. Stated.',
    max_claims: 8,
  },
  leadership: {
    asks: 'Who leads the company: name, title and what the sources say of them. Stated, one person a claim.',
    max_claims: 8,
  },
  culture_and_values: {
    asks: 'Values in the words of the company, ways of working, benefits. Stated.',
    max_claims: 7,
  },
  recent_news: {
    asks: 'News of the last twelve months, newest first. Stated. Give `date` (YYYY-MM-DD) when the passage or its source bears one; leave out news without a date.',
    max_claims: 6,
  },
  technology: {
    asks: 'Languages, systems, architecture and engineering practices that the sources name. Stated.',
    max_claims: 6,
  },
  open_roles: {
    asks: 'Open roles, their places, and how the company hires: stages, tasks, time. Stated.',
    max_claims: 6,
  },
  fit: {
    asks: 'Each requirement of the job against the resume. `fit.requirement` is the requirement in the words of the job description; `fit.strength` is strong, partial or missing; the statement says what the resume shows for it, or that it shows nothing; `fit.advice` says how to address what is partial or missing. Inferred. Cites the requirement and, unless missing, the line of the resume.',
    max_claims: 10,
  },
  likely_questions: {
    asks: 'Further questions to expect, two or three for each audience (recruiter, hiring_manager, peer, panel), each with `audience`. Inferred; cites what it comes from.',
    max_claims: 10,
  },
  stories_to_tell: {
    asks: 'Experiences of the resume that answer what this company asks for: which story, and which requirement or value it proves. Inferred; cites the line of the resume and what it answers.',
    max_claims: 5,
  },
  questions_to_ask: {
    asks: 'Further questions to ask back, for other people than the first five suit. Inferred; cites what each comes from.',
    max_claims: 6,
  },
  vocabulary: {
    asks: 'Terms that the company uses in a sense of its own, and what they mean there. Stated.',
    max_claims: 8,
  },
  red_flags: {
    asks: 'What a careful candidate would ask about: layoffs, contradictions between sources, vague pay, leaving leaders. Inferred from what is cited; nothing that the sources do not show.',
    max_claims: 4,
  },
};
