import { flinks } from '../../../../lib/flinks';

export const GET = flinks.handler;
export const POST = flinks.handler;
export const PUT = flinks.handler;
export const DELETE = flinks.handler;
