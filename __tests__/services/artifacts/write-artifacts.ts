import { createFileArtifactStore } from '../../../services/artifacts/file-artifact-store.ts';

/** A process of its own that writes large artifacts until it is killed: `node write-artifacts.ts FOLDER`. Says when it has begun. */
const store = createFileArtifactStore({ folder: process.argv[2] ?? '' });
for (let number = 0; ; number += 1) {
  await store.putOnce(`work/${number}.txt`, `${number}`.repeat(2_000_000), 'text/plain');
  process.stdout.write(`${number}\n`);
}
