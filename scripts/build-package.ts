import { buildPackage } from './package/build-package.ts';

buildPackage('dist');
