import { GlobalWorkerOptions, getDocument, type PDFDocumentLoadingTask } from "pdfjs-dist";
import PdfWorker from "pdfjs-dist/build/pdf.worker.min.mjs?worker";

/**
 * Opens a PDF with pdf.js. The browser's own viewer would not do: phones have none or show the first page alone, and inside the
 * sandbox that keeps a document from our origin Chrome refuses to show any. Here nothing in a document runs.
 */
export function openPdf(url: string): PDFDocumentLoadingTask {
  GlobalWorkerOptions.workerPort ??= new PdfWorker();
  return getDocument({
    url,
    cMapUrl: `${__PDF_DATA__}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${__PDF_DATA__}standard_fonts/`,
    // The page allows no code that is made while it runs, and WebAssembly is such.
    wasmUrl: `${__PDF_DATA__}wasm/`,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
  });
}
