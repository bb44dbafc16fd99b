/** Tells our comment from those of people: the first line of its text, which GitHub does not show. */
const MARKER = '<!-- interview-intelligence-pipeline: plan -->';

/** Comments of a page: the most that GitHub gives. */
const PAGE_SIZE = 100;

/** Milliseconds that GitHub is waited for, each time. */
const ANSWER_TIMEOUT_MS = 30_000;

/** A comment of a pull request. */
export interface CommentRequest {
  /** `https://api.github.com`, or that of a GitHub of one's own. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** May write comments of pull requests. */
  readonly token: string;
  readonly pullRequest: number;
  /** Markdown. */
  readonly text: string;
}

/** What is read of a comment. */
interface Comment {
  readonly id: number;
  readonly body?: string | null;
  readonly user?: { readonly type?: string } | null;
}

/**
 * Writes the comment on a pull request, in place of the one that was written before: a pull request has one, with the newest plan.
 *
 * @returns the address of the comment
 * @throws Error with GitHub's answer when it refuses
 */
export async function upsertComment(request: CommentRequest): Promise<string> {
  const { repository, pullRequest, text } = request;
  const body = `${MARKER}\n${text}`;
  const before = await ownComment(request);
  const written = before
    ? await call(request, 'PATCH', `/repos/${repository}/issues/comments/${before.id}`, { body })
    : await call(request, 'POST', `/repos/${repository}/issues/${pullRequest}/comments`, { body });
  return String((written as { html_url?: unknown }).html_url);
}

/** The comment that was written before; one of a person who copied the marker is left alone. */
async function ownComment(request: CommentRequest): Promise<Comment | undefined> {
  for (let page = 1; ; page += 1) {
    const path = `/repos/${request.repository}/issues/${request.pullRequest}/comments?per_page=${PAGE_SIZE}&page=${page}`;
    const comments = (await call(request, 'GET', path)) as Comment[];
    const own = comments.find(({ body, user }) => user?.type === 'Bot' && body?.startsWith(MARKER));
    if (own !== undefined || comments.length < PAGE_SIZE) return own;
  }
}

async function call({ apiUrl, token }: CommentRequest, method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${apiUrl}${path}`, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'x-github-api-version': '2022-11-28',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  if (response.ok) return response.json();
  throw new Error(`GitHub answered ${response.status} to ${method} ${path}: ${await response.text()}`);
}
