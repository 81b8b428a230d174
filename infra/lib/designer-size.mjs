/** What the route designer costs whoever opens it: packed script beyond that of the frame, read from what was just built. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const DRAWING_BOARD = 'src/resources/routes/DraftDesigner.tsx';
const CANVAS = 'src/resources/routes/canvas/Canvas.tsx';

/** Bytes (brotli) of the drawing board, and of the canvas beyond it; null where the build has no such parts. */
export function designerSize(dist) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  if (manifest[DRAWING_BOARD] === undefined || manifest[CANVAS] === undefined) return null;
  const frame = filesOf(manifest, ['index.html']);
  const board = filesOf(manifest, [DRAWING_BOARD]).filter((file) => !frame.includes(file));
  const canvas = filesOf(manifest, [CANVAS]).filter((file) => !frame.includes(file) && !board.includes(file));
  const bytes = (files) => files.reduce((sum, file) => sum + statSync(join(dist, `${file}.br`)).size, 0);
  return { board: bytes(board), canvas: bytes(canvas) };
}

/** Scripts of these parts and of all they import at once. */
function filesOf(manifest, names, seen = new Set()) {
  return names.flatMap((name) => {
    if (seen.has(name)) return [];
    seen.add(name);
    const { file, imports = [] } = manifest[name];
    return [...(file.endsWith('.js') ? [file] : []), ...filesOf(manifest, imports, seen)];
  });
}
