import { asList, asObject, asText } from '../../page/json-values.ts';
import type { BoardApi } from './board-role.ts';
import { fact } from './board-role.ts';

/** Ashby's public job posting API (developers.ashbyhq.com/docs/public-job-posting-api). */
export const ashby: BoardApi = {
  addressOf: ({ company }) => `https://api.ashbyhq.com/posting-api/job-board/${company}?includeCompensation=true`,
  rolesIn: (answer) => asList(asObject(answer)?.jobs),
  nameIn: () => '',
  roleOf: (job) => {
    if (job.isListed === false) return undefined;
    return {
      url: asText(job.jobUrl),
      title: asText(job.title),
      location: asText(job.location),
      department: asText(job.team) || asText(job.department),
      facts: [
        ...fact('Employment', asText(job.employmentType).replace(/([a-z])([A-Z])/g, '$1 $2')),
        ...fact('Workplace', job.isRemote === true ? 'remote' : ''),
        ...fact('Salary', asText(asObject(job.compensation)?.compensationTierSummary)),
      ],
      description: [asText(job.descriptionHtml)],
      published: asText(job.publishedAt),
    };
  },
};
