import { claimJudge } from '../../accept-claims.ts';
import type { DraftClaim } from '../../brief-writer.ts';
import type { SectionSelector } from '../claims.ts';
import type { Evidence } from '../evidence.ts';
import {
  aboutMotivation,
  aboutNews,
  aboutProducts,
  aboutTechnologies,
  aboutValues,
} from '../questions/company-questions.ts';
import { aboutAttitudes, aboutTasks } from '../questions/job-questions.ts';
import type { Question, QuestionSource } from '../questions/question.ts';
import { inRounds, questionClaim } from '../questions/question.ts';
import {
  onLeaders,
  onMissing,
  onNews,
  onProducts,
  onRoles,
  onTasks,
  onTechnology,
  onValues,
} from '../questions/questions-to-ask.ts';
import { aboutAchievements, aboutGaps, aboutMissing } from '../questions/resume-questions.ts';

/** Questions on the first page. */
const FIRST = 5;

/** Further likely questions, over all audiences; and further questions to ask. */
const MAX_MORE = 10;
const MAX_MORE_TO_ASK = 5;

/** What interviewers ask about most, in the order in which the first page takes one of each. */
const EXPECTED: readonly QuestionSource[] = [
  aboutTasks,
  aboutMissing,
  aboutAchievements,
  aboutValues,
  aboutMotivation,
  aboutGaps,
  aboutTechnologies,
  aboutAttitudes,
  aboutProducts,
  aboutNews,
];
const TO_ASK: readonly QuestionSource[] = [
  onNews,
  onTasks,
  onValues,
  onTechnology,
  onProducts,
  onLeaders,
  onRoles,
  onMissing,
];

/** The five questions to expect first; when it is known who asks, theirs. */
export const questionsToExpect: SectionSelector = (evidence) => expected(evidence).slice(0, FIRST);

/** What else may be asked; when it is known who asks, only theirs. */
export const likelyQuestions: SectionSelector = (evidence) =>
  expected(evidence)
    .slice(FIRST)
    .filter(({ audience }) => evidence.request.audience === null || audience === evidence.request.audience)
    .slice(0, MAX_MORE);

/** The five questions to ask first. */
export const questionsToAskFirst: SectionSelector = (evidence) => toAsk(evidence).slice(0, FIRST);

/** More questions to ask. */
export const questionsToAsk: SectionSelector = (evidence) => toAsk(evidence).slice(FIRST, FIRST + MAX_MORE_TO_ASK);

function expected(evidence: Evidence): DraftClaim[] {
  const all = inRounds(EXPECTED.map((source) => source(evidence)));
  const { audience } = evidence.request;
  const theirs = (question: Question) => audience === null || question.audience === audience;
  return standing(evidence, [...all.filter(theirs), ...all.filter((question) => !theirs(question))]);
}

function toAsk(evidence: Evidence): DraftClaim[] {
  return standing(evidence, inRounds(TO_ASK.map((source) => source(evidence))));
}

/** The questions that the claim check lets pass: a question that it would drop must not take one of the five places. */
function standing(evidence: Evidence, questions: readonly Question[]): DraftClaim[] {
  const judge = claimJudge(evidence.request);
  return questions.map(questionClaim).filter((claim) => typeof judge(claim) !== 'string');
}
