import { asInfinitive, clipped } from '../phrases.ts';
import type { Question, QuestionSource } from './question.ts';

const MAX_TASKS = 3;
const MAX_SOFT = 2;

/** What the person would do, asked as a case. */
export const aboutTasks: QuestionSource = ({ job }) =>
  (job?.tasks ?? []).slice(0, MAX_TASKS).map((task, position): Question => {
    const infinitive = asInfinitive(task.text);
    const follow =
      position === 0
        ? 'Where would you start, and how would you know after some months that it works?'
        : 'How would you go about it?';
    return {
      kind: 'task',
      audience: position === 1 ? 'panel' : 'hiring_manager',
      text: infinitive
        ? `In this role you would ${infinitive}. ${follow}`
        : `The role includes ${clipped(task.text)}. ${follow}`,
      from: [task],
    };
  });

/** Attitudes they ask for, which only a story shows. */
export const aboutAttitudes: QuestionSource = ({ job }) =>
  (job?.requirements ?? [])
    .filter(({ soft, need }) => soft && need === 'must')
    .slice(0, MAX_SOFT)
    .map((requirement) => ({
      kind: 'attitude',
      audience: 'recruiter',
      text: `We look for ${clipped(requirement.text)}. Which piece of your work shows it best?`,
      from: [requirement],
    }));
