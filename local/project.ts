import { join } from 'node:path';

/** The folder of this project. */
export const PROJECT = join(__dirname, '..');

/** Where everything is kept unless `--data` says otherwise: one place, so that every command finds what another left. */
export const DEFAULT_DATA = join(PROJECT, 'data');
