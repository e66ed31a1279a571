import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    sourcemap: false,
    // Fonts and pictures stay files: the content security policy allows no data: address for fonts.
    assetsInlineLimit: 0,
  },
  environments: {
    ssr: {
      build: { rolldownOptions: { input: "./app/server.ts" }, target: "node24" },
    },
  },
});
