import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

// One classic script and one style sheet: a page opened from a stick (file://) may load neither modules nor JSON.
export default defineConfig({
  base: "./",
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
  build: {
    outDir: "../src/dissensus/web/built",
    emptyOutDir: true,
    target: "es2022",
    cssCodeSplit: false,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      input: "src/main.tsx",
      output: {
        format: "iife",
        name: "dissensus",
        entryFileNames: "pages.js",
        assetFileNames: "pages[extname]",
        inlineDynamicImports: true,
      },
    },
  },
});
