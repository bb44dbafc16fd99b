import { expect, it } from '@jest/globals';
import { createFileArtifactStore } from '../../../services/artifacts/file-artifact-store.ts';
import { loadStructures, storeStructure } from '../../../services/sources/store-structure.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { madeUpDocument } from '../documents/structure/made-up-document.ts';

const artifacts = createFileArtifactStore({ folder: await temporaryFolder('store-structure') });
const TODAY = new Date('2026-11-01T00:00:00Z');

it('leaves what a resume says beside its text, for the steps that come after', async () => {
  // Prepare
  const resume = madeUpDocument('Alex Morgan\nalex@acme.example\n\nSKILLS\n\nGo, Rust', 'resume');
  const other = madeUpDocument('Annual report of Acme', 'other');

  // Act
  const stored = await Promise.all(
    [resume, other].map((document) => storeStructure(artifacts, 'work/s-1/ParseDocuments/a/', document, TODAY)),
  );
  const structures = await loadStructures(artifacts, stored);

  // Assess
  expect(stored.map(({ source }) => source.kind === 'document' && source.structure?.key)).toEqual([
    'work/s-1/ParseDocuments/a/sources/D1.structure.json',
    undefined,
  ]);
  expect([...structures]).toMatchObject([
    ['D1', { kind: 'resume', contact: { emails: ['alex@acme.example'] }, skills: [{ name: 'Go' }, { name: 'Rust' }] }],
  ]);
});
