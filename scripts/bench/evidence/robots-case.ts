import { z } from 'zod';

/** A question about one robots.txt as a line of the cases gives it. */
export const RobotsCaseLine = z.object({
  name: z.string(),
  /** What is asked of the file. */
  kind: z.enum(['allowed', 'host', 'sitemaps', 'crawlDelay', 'line']),
  robotstxt: z.string(),
  robots_url: z.string().nullish(),
  ua: z.string().nullable(),
  url: z.string().nullable(),
  /** For `allowed`: null when the file does not govern the address. */
  allowed: z.boolean().nullable().optional(),
  expected: z.unknown().optional(),
});

/** A question about one robots.txt, with the file's address filled in. */
export type RobotsCase = z.infer<typeof RobotsCaseLine> & { readonly robots_url: string };
