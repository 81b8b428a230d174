import { create } from 'qrcode';

/** A QR code as rows of modules, true where it is black, for a template to draw: no picture is made. Level M stands a coffee stain. */
export function toQrRows(text: string): readonly (readonly boolean[])[] {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (__, column) => data[row * size + column] === 1));
}
