import { describe, expect, it } from '@jest/globals';
import { dependencyFaults, licenseFaults } from '../../../scripts/docs/dependency-docs.ts';

const project = { dependencies: { zod: '4.0.0' }, devDependencies: { '@types/node': '24.0.0' } };
const PAGE = [
  '| package | license | why |',
  '|---|---|---|',
  '| `zod` | MIT | a | ',
  '| `@types/node` | MIT | b |',
].join('\n');

describe('dependencyFaults', () => {
  it('has nothing to say of a page that lists what is installed', () => {
    // Act
    const faults = dependencyFaults(PAGE, project, () => 'MIT');

    // Assess
    expect(faults).toEqual([]);
  });

  it('names a dependency without a row', () => {
    // Act
    const faults = dependencyFaults(PAGE, { ...project, dependencies: { zod: '4.0.0', undici: '8.0.0' } }, () => 'MIT');

    // Assess
    expect(faults).toEqual(['add a row for undici, with its reason']);
  });

  it('names a row without a dependency', () => {
    // Act
    const faults = dependencyFaults(PAGE, { dependencies: { zod: '4.0.0' } }, () => 'MIT');

    // Assess
    expect(faults).toEqual(['drop the row of @types/node: it is no dependency']);
  });

  it('names a license that is not the one of the package', () => {
    // Act
    const faults = dependencyFaults(PAGE, project, (name) => (name === 'zod' ? 'ISC' : 'MIT'));

    // Assess
    expect(faults).toEqual(['zod is licensed under ISC, not MIT']);
  });
});

describe('licenseFaults', () => {
  it.each(['GPL-3.0-only', 'AGPL-3.0-or-later', '(MIT AND GPL-2.0)', 'SSPL-1.0', 'GPL-2.0 OR AGPL-3.0'])(
    'refuses %s',
    (license) => {
      // Act
      const faults = licenseFaults({ 'node_modules/a': { license } });

      // Assess
      expect(faults).toEqual([
        `node_modules/a is under ${license}: replace it, its terms would reach whoever builds on this project`,
      ]);
    },
  );

  it.each(['MIT', 'Apache-2.0', 'LGPL-3.0', '(MIT OR GPL-3.0-or-later)', undefined])('accepts %s', (license) => {
    // Act
    const faults = licenseFaults({ 'node_modules/a': license === undefined ? {} : { license } });

    // Assess
    expect(faults).toEqual([]);
  });
});
