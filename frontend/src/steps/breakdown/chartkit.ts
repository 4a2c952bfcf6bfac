// The script that draws charts, the same as the reports draw with. It is loaded when the first chart is to be seen.

/** A chart on a screen. */
export interface Drawn {
  setOption(option: Record<string, unknown>, notMerge: boolean): void;
  resize(size: { width: number; height: number }): void;
  dispose(): void;
}

interface Chartkit {
  setPlatformAPI(api: { measureText(text: string, font: string): { width: number } }): void;
  init(at: HTMLElement, theme: null, options: { renderer: "svg"; width: number; height: number }): Drawn;
}

declare global {
  var chartkit: Chartkit | undefined;
}

// The height of a line is taken from the width of this letter. Where no font has it, its box may be half as wide and lines
// would overlap: it is never narrower than the font is high.
const square = "国";
const pen = document.createElement("canvas").getContext("2d");

function measureText(text: string, font: string): { width: number } {
  if (!pen) return { width: 0 };
  pen.font = font;
  const { width } = pen.measureText(text);
  return { width: text === square ? Math.max(width, parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? "12")) : width };
}

let loading: Promise<Chartkit> | undefined;

/** chartkit loads the script once; a failed load is tried again the next time. */
export function chartkit(): Promise<Chartkit> {
  loading ??= new Promise<Chartkit>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/charts/echarts.js";
    script.addEventListener("load", () => {
      const kit = globalThis.chartkit;
      if (!kit) return reject(new Error("no chartkit"));
      kit.setPlatformAPI({ measureText });
      resolve(kit);
    });
    script.addEventListener("error", () => reject(new Error("no script")));
    document.head.append(script);
  }).catch((thrown: unknown) => {
    loading = undefined;
    throw thrown;
  });
  return loading;
}
