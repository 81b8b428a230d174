import type { Download } from '../../../providers/data/http';

/** Dots on the longer side at most: more is not drawn by every browser. */
const MAX_SIDE = 8_000;

/** How large a picture is drawn: twice its size, as far as browsers go. */
export function pixelsOf({ width, height }: { readonly width: number; readonly height: number }): { readonly width: number; readonly height: number } {
  const scale = Math.min(2, MAX_SIDE / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** A drawing as dots on white, made by the browser; null where it cannot. */
export async function toPng({ name, blob }: Download): Promise<Download | null> {
  const url = URL.createObjectURL(blob);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const size = pixelsOf({ width: image.naturalWidth, height: image.naturalHeight });
    const canvas = Object.assign(document.createElement('canvas'), size);
    const context = canvas.getContext('2d');
    if (context === null) return null;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, size.width, size.height);
    context.drawImage(image, 0, 0, size.width, size.height);
    const png = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return png === null ? null : { name: name.replace(/\.svg$/, '.png'), blob: png };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}
