import { join } from 'node:path';
import { resvgPainter } from '../lambdas/adapters/resvg-painter';

/** Finds what painting needs among the installed packages. */
export const laptopPainter = resvgPainter((file) => join(__dirname, '..', 'node_modules', file));
