/** Prints the text runs of the first page of each file named on the command line, as pdf.js gives them to a browser. */
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const pages = [];
for (const file of process.argv.slice(2)) {
  const pdf = await getDocument({ data: new Uint8Array(await readFile(file)), verbosity: 0, isEvalSupported: false }).promise;
  const page = await pdf.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  pages.push({ widthPt: width, heightPt: height, items });
  await pdf.destroy();
}
process.stdout.write(JSON.stringify(pages));
