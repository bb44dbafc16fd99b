import { functionServices } from '../../services/function-services.ts';
import { createHandler } from '../health-or-unknown.ts';

/** What Lambda calls. */
export const handler = createHandler(functionServices(process.env, {}));
