import { createHash } from "node:crypto";
import { relative, resolve } from "node:path";
import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { build, defineConfig, type Plugin, type Rolldown } from "vite";

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

/**
 * The script of visitors' pages is bundled apart from the pages: one file that shares nothing with them, so that it does
 * not grow with them. `virtual:enhancing-script` is its address.
 */
function enhancingScript(): Plugin {
  const address = "virtual:enhancing-script";
  let bundled: Promise<{ fileName: string; source: string }> | undefined;
  const bundle = async () => {
    const output = await build({
      configFile: false,
      logLevel: "warn",
      publicDir: false,
      build: {
        write: false,
        target: "es2020",
        rolldownOptions: { input: resolve("src/ui/enhance/main.ts") },
      },
    });
    const source = (output as Rolldown.RolldownOutput).output[0].code;
    const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
    return { fileName: `assets/enhance-${hash}.js`, source };
  };
  return {
    name: "yui:enhancing-script",
    resolveId: (id) => (id === address ? `\0${address}` : null),
    async load(id) {
      if (id !== `\0${address}`) return null;
      bundled ??= bundle();
      const { fileName, source } = await bundled;
      if (this.environment.name === "client") this.emitFile({ type: "asset", fileName, source });
      return `export default ${JSON.stringify(`/${fileName}`)}`;
    },
  };
}

/** What nearly every page loads comes in three files: many small ones are more to ask for, and compress less. */
const COMMON_FILES = [
  { name: "libraries", test: /node_modules.(react|react-dom|react-router|scheduler)./ },
  { name: "ui", test: /src.ui.(button|page|notice|error-page)\.tsx/ },
  { name: "forms", test: /src.ui.(once|form|field|done)\.tsx/ },
];

export default defineConfig({
  plugins: [
    serverCodeStaysOutside(),
    schemasStayOnTheServer(),
    enhancingScript(),
    tailwindcss(),
    reactRouter(),
  ],
  // Inlined fonts would be loaded by everyone, wanted or not.
  build: { target: "es2022", assetsInlineLimit: 0 },
  environments: {
    client: { build: { rolldownOptions: { output: { codeSplitting: { groups: COMMON_FILES } } } } },
  },
});
