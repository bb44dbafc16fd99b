/** A passage as it stands in a prompt, with its source's id and kind. */
export interface PromptPassage {
  readonly passage: string;
  readonly text: string;
  readonly under?: string;
  readonly date?: string;
  readonly source: string;
  readonly kind: string;
}

/** What a model reads out of a prompt. */
export interface PromptContent {
  readonly passages: readonly PromptPassage[];
  /** The sections asked for. */
  readonly sections: readonly string[];
  /** Whether an earlier answer is to be repaired. */
  readonly isRepair: boolean;
}

/** Reads a prompt the way a model would: by its tags and lines. */
export function readPrompt(text: string): PromptContent {
  const sections = [...text.matchAll(/<sections>\n([\s\S]*?)\n<\/sections>/g)].flatMap(([, lines = '']) =>
    lines.split('\n'),
  );
  return {
    passages: [...text.matchAll(/<sources>\n([\s\S]*?)\n<\/sources>/g)].flatMap(([, lines = '']) => passagesOf(lines)),
    sections: sections.map((line) => line.slice(0, line.indexOf(':'))),
    isRepair: text.includes('Your answer could not be used:'),
  };
}

function passagesOf(lines: string): PromptPassage[] {
  const [first = '{}', ...rest] = lines.split('\n');
  const { source, kind } = JSON.parse(first) as { source: string; kind: string };
  return rest.map((line) => ({ ...(JSON.parse(line) as Omit<PromptPassage, 'source' | 'kind'>), source, kind }));
}
