// The report's pages, by Mozilla's reader: loaded when the first report is looked at. The older build of it is taken, for
// web views that lag behind; it runs in a worker of its own, without eval and without WebAssembly.
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from "pdfjs-dist";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type { PDFDocumentProxy, PDFPageProxy };

const library = () => import("pdfjs-dist/legacy/build/pdf.mjs");
let worker: Promise<PDFWorker> | undefined;

/** A Sheet is one page with its size in points. */
export interface Sheet {
  page: PDFPageProxy;
  width: number;
  height: number;
  /** What is being drawn of the document. */
  drawing: Set<Promise<unknown>>;
}

/** A Report is a document that was opened: its pages, and the page on which each heading stands, counted from 1. */
export interface Report {
  sheets: Sheet[];
  headings: Map<string, number>;
  /** close gives the memory back, once what is being drawn is done. */
  close(): void;
}

/** open reads a document. */
export async function open(data: ArrayBuffer): Promise<Report> {
  const pdfjs = await library();
  pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;
  const task = pdfjs.getDocument({
    data,
    worker: await (worker ??= Promise.resolve(new pdfjs.PDFWorker())),
    isEvalSupported: false,
    useWasm: false,
    useSystemFonts: false,
    enableXfa: false,
  });
  const document = await task.promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, i) => document.getPage(i + 1)));
  const drawing = new Set<Promise<unknown>>();
  const sheets = pages.map((page) => {
    const { width, height } = page.getViewport({ scale: 1 });
    return { page, width, height, drawing };
  });
  const close = () => void Promise.allSettled(drawing).then(() => task.destroy());
  return { sheets, headings: await headings(document), close };
}

async function headings(document: PDFDocumentProxy): Promise<Map<string, number>> {
  const out = new Map<string, number>();
  for (const { title, dest } of (await document.getOutline()) ?? []) {
    const target = typeof dest === "string" ? await document.getDestination(dest) : dest;
    const page = target?.[0];
    if (page && typeof page === "object") out.set(bare(title), (await document.getPageIndex(page)) + 1);
    else if (typeof page === "number") out.set(bare(title), page + 1);
  }
  return out;
}

/** bare is a heading without its number or letter: "5  Attendance" and "Annex A  Sources" name sections. */
export const bare = (title: string): string => title.replace(/^(Annex:\s*|Annex [A-Z]\s+|[0-9]+\s+)/, "").trim();

/** draw paints a page on a canvas of its own and lays its text over it. */
export async function draw({ page, drawing }: Sheet, scale: number, density: number): Promise<{ canvas: HTMLCanvasElement; text: HTMLElement }> {
  const pdfjs = await library();
  const viewport = page.getViewport({ scale: scale * density });
  const canvas = document.createElement("canvas");
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  const text = document.createElement("div");
  const layer = new pdfjs.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport: page.getViewport({ scale }) });
  const work = Promise.all([page.render({ canvas, viewport }).promise, layer.render()]);
  drawing.add(work);
  await work.finally(() => drawing.delete(work));
  return { canvas, text };
}
