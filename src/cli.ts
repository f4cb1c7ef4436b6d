import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Beside the pages' build, not in a folder for temporary files, where others of this machine could put code for us.
enableCompileCache(join(import.meta.dirname, "..", "build", "compile-cache"));
// Not at the top: what stands there is read before anything is done, and would be compiled anew each time.
await import("./commands.ts");
