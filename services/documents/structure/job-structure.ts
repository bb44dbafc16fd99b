import type { JobRequirement, JobStructure, SourceWithPassages } from '../../../contracts/index.ts';
import { technologyNames } from '../../brief/local/find-technologies.ts';
import { readJobDescription } from '../../brief/local/job-description.ts';
import type { Requirement } from '../../brief/local/requirement.ts';
import { toExcerpt } from './excerpt.ts';
import { findSalary } from './salary.ts';
import { namedSkills } from './skills.ts';
import { findArrangement, findLocation } from './work-place.ts';

/** Understands a job description: what is asked for and how urgently, what the person will do, skills, pay and place. */
export function jobStructure(job: SourceWithPassages): JobStructure {
  const { requirements, tasks } = readJobDescription(job);
  const salary = findSalary(job.passages);
  const location = findLocation(job.passages);
  const work_arrangement = findArrangement(job.passages);
  return {
    kind: 'job_description',
    requirements: requirements.map(requirementOf),
    responsibilities: tasks.map(toExcerpt),
    skills: namedSkills(
      job.passages.flatMap(({ text, passage_id }) => technologyNames(text).map((name) => [name, passage_id] as const)),
    ),
    ...(salary === undefined ? {} : { salary }),
    ...(location === undefined ? {} : { location }),
    ...(work_arrangement === undefined ? {} : { work_arrangement }),
  };
}

function requirementOf(requirement: Requirement): JobRequirement {
  const { need, skills, years } = requirement;
  return { ...toExcerpt(requirement), need, skills: [...skills], ...(years === undefined ? {} : { years }) };
}
