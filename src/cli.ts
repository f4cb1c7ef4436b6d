import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Keeps what Node compiles of the modules: a later start reads it. It has to stand before the first of them is read,
// so the commands come in afterwards. Where the folder can't be written, Node goes on without.
enableCompileCache(join(import.meta.dirname, "..", "build", "compile-cache"));

await import("./program.ts");
