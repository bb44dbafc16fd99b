import { findDates } from '../../../text/dates.ts';
import type { Evidence } from '../evidence.ts';
import { clipped, spelledIn } from '../phrases.ts';
import { skillsAsSpelled } from '../sections/fit.ts';
import type { Sentence } from '../sentence.ts';
import { workGaps } from '../work-time.ts';
import type { Question, QuestionSource } from './question.ts';

/** A stretch without a position, in words, and the lines it is seen from. */
export interface GapPeriod {
  readonly period: string;
  readonly from: readonly Sentence[];
}

/** Stretches between dated positions that are long enough to be asked about. */
export function gapQuestions({ resume }: Evidence): GapPeriod[] {
  return workGaps(resume?.roles ?? [], resume?.studies).flatMap(({ before, after }) => {
    const end = lastDate(before.header.text);
    const start = firstDate(after.header.text);
    return end && start ? [{ period: `between ${end} and ${start}`, from: [before.header, after.header] }] : [];
  });
}

function firstDate(text: string): string | undefined {
  const date = findDates(text)[0];
  return date && text.slice(date.start, date.end);
}

function lastDate(text: string): string | undefined {
  const date = findDates(text).at(-1);
  return date && text.slice(date.start, date.end);
}

/** "What did you do in that time?" */
export const aboutGaps: QuestionSource = (evidence) =>
  gapQuestions(evidence).map(({ period, from }) => ({
    kind: 'gap',
    audience: 'recruiter',
    text: `Your resume shows no position ${period}. What did you do in that time?`,
    from,
  }));

/** Requirements that the resume does not meet. */
export const aboutMissing: QuestionSource = ({ matches }) =>
  matches
    .filter(
      ({ requirement, strength, missing }) =>
        requirement.need === 'must' && (strength === 'missing' || missing.length > 0),
    )
    .map(({ requirement, missing, peer }): Question => {
      const asked = skillsAsSpelled(requirement.text, missing);
      const them = missing.length > 1 ? 'them' : 'it';
      if (peer) {
        const known = spelledIn(peer.line.text, peer.skill);
        return {
          kind: 'missing',
          audience: 'hiring_manager',
          text: `We use ${asked}; you have worked with ${known}. What carries over, and what would you have to learn?`,
          from: [requirement, peer.line],
        };
      }
      if (missing.length > 0)
        return {
          kind: 'missing',
          audience: 'hiring_manager',
          text: `We need ${asked}, and your resume does not name ${them}. How would you get productive with ${them}?`,
          from: [requirement],
        };
      return {
        kind: 'missing',
        audience: 'hiring_manager',
        text: `We ask for ${clipped(requirement.text)}. What in your work comes closest?`,
        from: [requirement],
      };
    });

/** What the resume is proudest of, asked in depth: that which answers a requirement first. */
export const aboutAchievements: QuestionSource = ({ resume, matches }) => {
  const relevant = matches.flatMap(({ evidence }) => evidence);
  const achievements = [...(resume?.achievements ?? [])].sort(
    (one, other) =>
      Number(relevant.some(({ text }) => text === other.text)) - Number(relevant.some(({ text }) => text === one.text)),
  );
  return achievements.slice(0, DEEP_QUESTIONS.length).map((line, position) => ({
    kind: 'achievement',
    audience: position % 2 === 0 ? 'peer' : 'hiring_manager',
    text: `Your resume says ${clipped(line.text)}. ${DEEP_QUESTIONS[position]}`,
    from: [line],
  }));
};

/** What interviewers ask to find out what somebody did themselves. */
const DEEP_QUESTIONS = [
  'What else did you consider, and why did you decide against it?',
  'What part of it was yours, and how did you know that it worked?',
  'What would you do differently today?',
] as const;
