// The script that draws charts, the same as the reports draw with. It is loaded when the first chart is to be seen.

/** A chart on a screen. */
export interface Drawn {
  setOption(option: Record<string, unknown>, notMerge: boolean): void;
  resize(size: { width: number; height: number }): void;
  dispose(): void;
}

interface Chartkit {
  init(at: HTMLElement, theme: null, options: { renderer: "svg"; width: number; height: number }): Drawn;
}

declare global {
  var chartkit: Chartkit | undefined;
}

let loading: Promise<Chartkit> | undefined;

/** chartkit loads the script once; a failed load is tried again the next time. */
export function chartkit(): Promise<Chartkit> {
  loading ??= new Promise<Chartkit>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/charts/echarts.js";
    script.addEventListener("load", () => (globalThis.chartkit ? resolve(globalThis.chartkit) : reject(new Error("no chartkit"))));
    script.addEventListener("error", () => reject(new Error("no script")));
    document.head.append(script);
  }).catch((thrown: unknown) => {
    loading = undefined;
    throw thrown;
  });
  return loading;
}
