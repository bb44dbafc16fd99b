import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { createRobotsTxt } from '../../../services/website/robots/robots-txt.ts';
import { readCases } from './case-files.ts';
import type { Measure } from './measure.ts';
import { worstOf } from './measure.ts';
import { robotsParserAnswer } from './peers/robots-parser-answer.ts';
import type { RobotsCase } from './robots-case.ts';
import { RobotsCaseLine } from './robots-case.ts';
import { mean, rounded } from './scores.ts';

/** Rules of robots.txt files: share of the questions that are answered as expected. */
export const measureRobots: Measure = async (folder) => {
  const cases = readCases(folder, 'robots/cases.jsonl', RobotsCaseLine)?.map(withAddress);
  if (cases === undefined) return undefined;
  const answers = cases.map((item) => ({ item, answer: answerOf(item) }));
  const right = (answer: unknown, item: RobotsCase): number => Number(isDeepStrictEqual(answer, wantedOf(item)));
  return {
    figures: { n: cases.length, right: rounded(mean(answers.map(({ item, answer }) => right(answer, item)))) },
    peers: {
      'robots-parser': { right: rounded(mean(cases.map((item) => right(robotsParserAnswer(item), item)))) },
    },
    worst: worstOf(
      answers.map(({ item, answer }) => ({
        id: item.name,
        score: right(answer, item),
        reason: `${item.kind} of ${item.url} for ${item.ua ?? '*'}: ${JSON.stringify(answer)}, expected ${JSON.stringify(wantedOf(item))}`,
      })),
    ),
  };
};

function wantedOf({ kind, allowed, expected }: RobotsCase): unknown {
  return kind === 'allowed' ? allowed : expected;
}

function withAddress(item: z.infer<typeof RobotsCaseLine>): RobotsCase {
  const { url, robots_url } = item;
  const beside = url !== null && URL.canParse(url) ? new URL('/robots.txt', url).href : '/robots.txt';
  return { ...item, robots_url: robots_url ?? (item.kind === 'allowed' ? beside : '') };
}

function answerOf({ kind, robots_url, robotstxt, url, ua }: RobotsCase): unknown {
  const robots = createRobotsTxt(robots_url, robotstxt);
  const agent = ua ?? '*';
  const address = url ?? '';
  switch (kind) {
    case 'allowed':
      return robots.isAllowed(address, agent) ?? null;
    case 'host':
      return robots.preferredHost;
    case 'sitemaps':
      return robots.sitemaps;
    case 'crawlDelay':
      return robots.crawlDelaySeconds(agent) ?? null;
    case 'line':
      return robots.ruleFor(address, agent)?.line ?? -1;
  }
}
