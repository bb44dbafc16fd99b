import { createDocumentRoute } from './create-document.ts';
import { deletePipelineRoute } from './delete-pipeline.ts';
import { getBriefRoute } from './get-brief.ts';
import { getHealthRoute } from './get-health.ts';
import { getPipelineRoute } from './get-pipeline.ts';
import { listPipelinesRoute } from './list-pipelines.ts';
import { retryPipelineRoute } from './retry-pipeline.ts';
import { startPipelineRoute } from './start-pipeline.ts';
import { stopPipelineRoute } from './stop-pipeline.ts';

/** Every route of the API by the id of its operation, in the order in which one meets them. */
export const ROUTES = {
  createDocument: createDocumentRoute,
  startPipeline: startPipelineRoute,
  listPipelines: listPipelinesRoute,
  getPipeline: getPipelineRoute,
  getBrief: getBriefRoute,
  stopPipeline: stopPipelineRoute,
  retryPipeline: retryPipelineRoute,
  deletePipeline: deletePipelineRoute,
  getHealth: getHealthRoute,
} as const;

/** The id of an operation. */
export type OperationId = keyof typeof ROUTES;
