import type { RobotsGroup, RobotsRule } from './parse-robots.ts';
import { encodePath, parseRobots } from './parse-robots.ts';

/** What a site's robots.txt says to one reader or another. */
export interface RobotsTxt {
  /** Whether `url` may be read by `agent`; undefined for an address of another origin, which this file does not govern. */
  isAllowed(url: string, agent: string): boolean | undefined;
  /** The rule that decides about `url`; undefined when none does. */
  ruleFor(url: string, agent: string): RobotsRule | undefined;
  /** Seconds to leave between two requests; undefined when the file does not say. */
  crawlDelaySeconds(agent: string): number | undefined;
  /** Addresses of sitemaps as written. */
  readonly sitemaps: readonly string[];
  /** The name of the `host` line, if there is one. */
  readonly preferredHost: string | null;
}

/** Matches a pattern against the whole path with two pointers and one point of return: linear in practice, never exponential. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith('$');
  const parts = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  if (rest.length === 0) return !anchored || path.length === first.length;
  let position = first.length;
  const last = anchored ? (rest.pop() ?? '') : undefined;
  for (const part of rest) {
    const found = path.indexOf(part, position);
    if (found < 0) return false;
    position = found + part.length;
  }
  return last === undefined || (path.length - last.length >= position && path.endsWith(last));
}

/** Name of a reader without its version, in lower case. */
function nameOf(agent: string): string {
  return (agent.split('/', 1)[0] ?? '').trim().toLowerCase();
}

function groupsFor(groups: readonly RobotsGroup[], agent: string): readonly RobotsGroup[] {
  const name = nameOf(agent);
  const own = groups.filter((group) => group.agents.includes(name));
  return own.length > 0 ? own : groups.filter((group) => group.agents.includes('*'));
}

/** The longest pattern wins; of two equally long ones, `allow`. */
function strongest(rules: readonly RobotsRule[], path: string): RobotsRule | undefined {
  let best: RobotsRule | undefined;
  for (const rule of rules) {
    if (!matches(rule.pattern, path)) continue;
    const longer = best === undefined || rule.pattern.length > best.pattern.length;
    const kinder = rule.pattern.length === best?.pattern.length && rule.allow && !best.allow;
    if (longer || kinder) best = rule;
  }
  return best;
}

/** Base for files and addresses that are given without a host: both then belong to the same nameless origin. */
const NAMELESS_ORIGIN = 'http://robots.invalid/';

function parseUrl(url: string): URL | undefined {
  return URL.canParse(url, NAMELESS_ORIGIN) ? new URL(url, NAMELESS_ORIGIN) : undefined;
}

/** The path with its query as the caller wrote it, percent-encoded: `URL` would resolve what a rule may want to match. */
function pathOf(url: URL): string {
  return encodePath(url.pathname + url.search);
}

/** Reads a robots.txt file that lies at `robotsUrl`; rules hold for its origin (scheme, host, port) only. */
export function createRobotsTxt(robotsUrl: string, text: string): RobotsTxt {
  const parsed = parseRobots(text);
  const origin = parseUrl(robotsUrl)?.origin;
  const governed = (url: string): URL | undefined => {
    const address = parseUrl(url);
    return address?.origin === origin ? address : undefined;
  };
  const ruleFor = (url: string, agent: string): RobotsRule | undefined => {
    const address = governed(url);
    if (address === undefined) return undefined;
    return strongest(
      groupsFor(parsed.groups, agent).flatMap((group) => group.rules),
      pathOf(address),
    );
  };
  return {
    ruleFor,
    isAllowed: (url, agent) => (governed(url) === undefined ? undefined : (ruleFor(url, agent)?.allow ?? true)),
    crawlDelaySeconds: (agent) =>
      groupsFor(parsed.groups, agent).find((group) => group.crawlDelaySeconds !== undefined)?.crawlDelaySeconds,
    sitemaps: parsed.sitemaps,
    preferredHost: parsed.preferredHost,
  };
}
