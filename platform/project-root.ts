import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds package.json, migrations, fonts and the built UI: two levels up from the built product,
 * one from the sources. Throws when the file was moved out of the project.
 */
export function projectRoot(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'prisma'))) return folder;
  }
  throw new Error(`No project folder above ${__dirname}`);
}
