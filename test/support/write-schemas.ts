import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaFiles } from './schema-files';

for (const { path, text } of schemaFiles()) {
  mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  writeFileSync(path, text);
}
