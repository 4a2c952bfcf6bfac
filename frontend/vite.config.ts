// Builds the screens into dist, which the program embeds. In development (npm run dev) the API comes from a running
// `rapporteur serve`, whose address RAPPORTEUR_SERVE names.
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type ProxyOptions } from "vitest/config";

const serve = process.env.RAPPORTEUR_SERVE;

// The program answers its own page only: the proxy speaks as that page.
const through: ProxyOptions = {
  target: serve,
  changeOrigin: true,
  configure: (proxy) => proxy.on("proxyReq", (request) => request.hasHeader("origin") && request.setHeader("origin", serve!)),
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  resolve: mode === "test" ? { conditions: ["browser"] } : {},
  build: {
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: {
    fs: { allow: [fileURLToPath(new URL("..", import.meta.url))] },
    proxy: serve ? { "/api": through, "/charts": through, "/enter": through } : {},
  },
  test: { environment: "happy-dom", include: ["src/**/*.test.ts"] },
}));
