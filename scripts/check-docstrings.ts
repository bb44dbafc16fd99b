import { missingDocstrings } from './missing-docstrings.ts';
import { report, sourceFiles } from './source-files.ts';

const sources = sourceFiles();
report(sources.flatMap(missingDocstrings), `Every exported name in ${sources.length} files has a docstring.`);
