import { useEffect, useState } from 'react';
import { pdfjs } from 'react-pdf';

pdfjs.GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).toString();
/** Fonts and decoders that PDFs may need, copied beside the built pages; whole addresses, since the worker has another base. */
const besidePage = (folder: string): string => new URL(`pdfjs/${folder}/`, document.baseURI).href;
const OPTIONS = { cMapUrl: besidePage('cmaps'), cMapPacked: true, standardFontDataUrl: besidePage('standard_fonts'), wasmUrl: besidePage('wasm'), isEvalSupported: false };

type Task = ReturnType<typeof pdfjs.getDocument>;
export type Pdf = Awaited<Task['promise']>;
export type LoadedPdf = { readonly source: string | File; readonly pdf: Pdf | null };

/**
 * A PDF by address (in pieces, as its pages are looked at) or as a file; `pdf` is null where it could not be opened.
 * Undefined while it is being opened. A file left before it is open is closed once it is: the worker of pdf.js throws
 * when it is stopped in the middle.
 */
export function usePdf(source: string | File): LoadedPdf | undefined {
  const [loaded, setLoaded] = useState<LoadedPdf>();
  useEffect(() => {
    let isLeft = false;
    let task: Task | undefined;
    const open = async (): Promise<void> => {
      try {
        const place = typeof source === 'string' ? { url: source, withCredentials: true } : { data: new Uint8Array(await source.arrayBuffer()) };
        if (isLeft) return;
        task = pdfjs.getDocument({ ...place, ...OPTIONS });
        const pdf = await task.promise;
        if (isLeft) await task.destroy();
        else setLoaded({ source, pdf });
      } catch {
        if (!isLeft) setLoaded({ source, pdf: null });
      }
    };
    void open();
    return () => {
      isLeft = true;
      // After the pages have let go of it.
      setTimeout(() => void task?.promise.then(() => task?.destroy(), () => undefined), 0);
    };
  }, [source]);
  return loaded?.source === source ? loaded : undefined;
}
