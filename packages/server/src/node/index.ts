export { type NodeContext, type NodeHandlerOptions, toNodeHandler } from './toNodeHandler.ts';
export type { NodeRequest } from './readRequest.ts';
export type { NodeResponse } from './writeWebResponse.ts';
