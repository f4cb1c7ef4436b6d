import { relative, resolve } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/**
 * Only the pages are bundled for the server. Every plain `.ts` file stays what Node runs itself, so that server,
 * command line and pages share one instance of each module (one pool, one registry), and a stack trace names the
 * real line.
 */
function serverCodeStaysOutside(): Plugin {
  const source = resolve("src");
  const output = resolve("build/server");
  return {
    name: "yui:server-code-stays-outside",
    enforce: "pre",
    applyToEnvironment: (environment) => environment.name === "ssr",
    async resolveId(id, importer) {
      if (!importer || !(id.startsWith("#") || id.startsWith("."))) return null;
      const found = await this.resolve(id, importer, { skipSelf: true });
      if (!found || found.external) return null;
      const file = found.id.split("?")[0]!;
      const plain = file.endsWith(".ts") && !found.id.includes("?");
      if (!plain || !file.startsWith(source)) return null;
      return { id: relative(output, file), external: true };
    },
  };
}

/**
 * What people typed is checked on the server. A page that brings the schemas' library along (88 kB) wanted a constant
 * that stands beside a schema; it belongs into a file without one.
 */
function schemasStayOnTheServer(): Plugin {
  return {
    name: "yui:schemas-stay-on-the-server",
    applyToEnvironment: (environment) => environment.name === "client",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk" || !chunk.moduleIds.some((id) => /node_modules.zod./.test(id))) continue;
        const pages = Object.values(bundle).filter(
          (other) => other.type === "chunk" && other.imports.includes(chunk.fileName),
        );
        this.error(
          `zod is sent to the browser by ${[chunk, ...pages].map((one) => one.fileName).join(", ")}`,
        );
      }
    },
  };
}

/** What nearly every page loads comes in three files: many small ones are more to ask for, and compress less. */
const COMMON_FILES = [
  { name: "libraries", test: /node_modules.(react|react-dom|react-router|scheduler)./ },
  { name: "ui", test: /src.ui.(button|page|notice|error-page)\.tsx/ },
  { name: "forms", test: /src.ui.(once|field|done)\.tsx/ },
];

export default defineConfig({
  plugins: [serverCodeStaysOutside(), schemasStayOnTheServer(), tailwindcss(), reactRouter()],
  // Inlined fonts would be loaded by everyone, wanted or not.
  build: { target: "es2022", assetsInlineLimit: 0 },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: COMMON_FILES } } } } },
  },
});
