import { sdkClientImports } from './sdk-client-imports.ts';
import { report, sourceFiles } from './source-files.ts';

report(sourceFiles().flatMap(sdkClientImports), 'SDK clients are made in one file alone.');
