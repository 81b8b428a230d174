/** `npm run build:bundle [-- <path>]`: writes the workflow bundle. */
import { writeBundle } from './bundle';

writeBundle(process.argv[2]).then(
  (path) => process.stdout.write(`${path}\n`),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  },
);
