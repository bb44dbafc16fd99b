import { sdkClientImports } from './sdk-client-imports.ts';
import { report, sourceFiles } from './source-files.ts';

report(sourceFiles().flatMap(sdkClientImports), 'SDK clients are made in the files that are meant for it alone.');
