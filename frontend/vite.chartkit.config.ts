// Builds src/chartkit into the one script that draws all charts. `npm run charts` writes it to where the program embeds
// it; `npm run charts -- --outDir DIR` writes the same two files into DIR, to compare them with the committed ones.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const here = dirname(fileURLToPath(import.meta.url));
const modules = createRequire(import.meta.url);

// folder gives the folder of an installed package.
function folder(name: string, from: NodeJS.Require = modules): string {
  return dirname(from.resolve(`${name}/package.json`));
}

const echarts = folder("echarts");
const zrender = folder("zrender", createRequire(join(echarts, "package.json")));

const read = (dir: string, file: string) => readFileSync(join(dir, file), "utf8").trim();
const versionOf = (dir: string) => JSON.parse(read(dir, "package.json")).version as string;

const banner =
  `/*! Apache ECharts ${versionOf(echarts)} (parts), Copyright The Apache Software Foundation; ` +
  `ZRender ${versionOf(zrender)}, Copyright Baidu, Inc.; licences in LICENSE.echarts. ` +
  "Made by `npm run charts` in frontend: do not edit. */\n";

// licences names the authors on the script's first line (after minifying, which drops comments) and writes beside it
// the licences and the notice that its parts ask to be passed on.
function licences(): Plugin {
  const rule = "\n\n" + "-".repeat(80) + "\n\n";
  return {
    name: "licences",
    enforce: "post",
    generateBundle(_, bundle) {
      for (const part of Object.values(bundle)) {
        if (part.type === "chunk") part.code = banner + part.code;
      }
      this.emitFile({
        type: "asset",
        fileName: "LICENSE.echarts",
        source:
          [
            `echarts.js holds parts of Apache ECharts ${versionOf(echarts)} and of ZRender ${versionOf(zrender)}.`,
            read(echarts, "NOTICE"),
            read(echarts, "LICENSE"),
            read(echarts, "licenses/LICENSE-d3"),
            `ZRender ${versionOf(zrender)}\n\n${read(zrender, "LICENSE")}`,
          ].join(rule) + "\n",
      });
    },
  };
}

export default defineConfig({
  publicDir: false,
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [licences()],
  build: {
    outDir: join(here, "../internal/chart/ssr"),
    emptyOutDir: false,
    target: "es2017",
    minify: "esbuild",
    sourcemap: false,
    reportCompressedSize: false,
    lib: {
      entry: join(here, "src/chartkit/index.ts"),
      name: "chartkit",
      formats: ["iife"],
      fileName: () => "echarts.js",
    },
  },
});
