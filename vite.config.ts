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
      // Of many small files each: loaded one by one they cost a process 100 MB and half its start.
      resolve: { noExternal: [/^drizzle-orm/, /better-auth/, /better-call/, /react-email/] },
      build: { rolldownOptions: { input: "./app/server.ts" }, target: "node24" },
    },
  },
});
