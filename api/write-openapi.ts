/** `npm run openapi`: writes docs/api/openapi.json. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/project-root';
import { openApiJson } from './openapi';

openApiJson().then(
  (json) => {
    const folder = join(projectRoot(), 'docs', 'api');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'openapi.json'), json);
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
