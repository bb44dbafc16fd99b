import { openApiDocument } from '../../contracts/http/openapi/document.ts';
import { STATE_MACHINE_DOCS } from '../../statemachine/docs/index.ts';
import { clientExample, problemTable, routeTable } from './api-docs.ts';
import { apiTypes } from './api-types.ts';
import { deployConfigTable } from './deploy-config-table.ts';
import { deployPermissionTable, unnarrowedDeployTable } from './deploy-permission-tables.ts';
import { errorTable, exitCodeTable } from './exit-code-table.ts';
import type { GeneratedDoc } from './generated-doc.ts';
import { permissionTable, unnarrowedTable } from './permission-tables.ts';
import { unconfirmedFactsTable } from './unconfirmed-facts.ts';

const README = 'README.md';
const STATE_MACHINE_PAGE = 'statemachine/README.md';
const API_PAGE = 'docs/api.md';
const API_DESCRIPTION = 'docs/openapi.json';
const API_TYPES = 'docs/examples/api-types.ts';

/** Every generated text of the documentation; `npm run docs` writes them, `npm run check:docs` compares them. */
export const GENERATORS: readonly GeneratedDoc[] = [
  ...Object.entries(STATE_MACHINE_DOCS).map(([part, render]) => ({ path: STATE_MACHINE_PAGE, part, render })),
  { path: README, part: 'exit-codes', render: exitCodeTable },
  { path: README, part: 'errors', render: errorTable },
  { path: API_DESCRIPTION, render: () => JSON.stringify(openApiDocument(), null, 2) },
  { path: API_TYPES, render: apiTypes },
  { path: API_PAGE, part: 'api-routes', render: routeTable },
  { path: API_PAGE, part: 'api-problems', render: problemTable },
  { path: API_PAGE, part: 'api-client', render: clientExample },
  { path: 'docs/deploy.md', part: 'deploy-config', render: deployConfigTable },
  { path: 'docs/state.md', part: 'deploy-permissions', render: deployPermissionTable },
  { path: 'docs/state.md', part: 'deploy-unnarrowed', render: unnarrowedDeployTable },
  { path: 'docs/security.md', part: 'permissions', render: permissionTable },
  { path: 'docs/security.md', part: 'unnarrowed', render: unnarrowedTable },
  { path: 'docs/security.md', part: 'unconfirmed', render: unconfirmedFactsTable },
];
