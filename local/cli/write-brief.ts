import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BriefPointers } from '../../contracts/index.ts';
import { Brief } from '../../contracts/index.ts';
import type { ArtifactStore } from '../../services/artifacts/artifact-store.ts';
import { loadJson } from '../../services/sources/manifest-store.ts';

/**
 * Writes `brief.json`, `brief.md`, `brief.html` and the full visible text of every source as `sources/{source_id}.txt` into a folder, and
 * gives the brief. Files of these names are replaced; others are left alone.
 */
export async function writeBrief(artifacts: ArtifactStore, pointers: BriefPointers, folder: string): Promise<Brief> {
  const brief = await loadJson(artifacts, pointers.json, Brief);
  await mkdir(join(folder, 'sources'), { recursive: true });
  await Promise.all([
    ...(
      [
        ['brief.json', pointers.json],
        ['brief.md', pointers.markdown],
        ['brief.html', pointers.html],
      ] as const
    ).map(async ([name, pointer]) => writeFile(join(folder, name), await artifacts.get(pointer))),
    ...brief.sources.map(async ({ source_id, text }) =>
      writeFile(join(folder, 'sources', `${source_id}.txt`), await artifacts.get(text)),
    ),
  ]);
  return brief;
}
