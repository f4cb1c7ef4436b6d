import type { KnipConfig } from "knip";

/** What `npm run unused` looks from: everything that is reached from none of these files is dead. */
export default {
  workspaces: {
    ".": {
      entry: [
        "src/entry.*.tsx",
        "src/ui/enhance/main.ts",
        "src/**/pages/*.tsx",
        "src/shell/{layout,home,today}.tsx",
        "src/*/*/testing.ts",
        "scripts/*.ts",
        "bench/*.ts",
        "test/attack/*.ts",
        "test/journeys/*.ts",
        "test/processes/*.ts",
        "test/matrix/http/server-process.ts",
        "test/setup/*.ts",
      ],
      project: ["{src,scripts,test,bench}/**/*.{ts,tsx,css}"],
      // It adds tables to a type, which is no import.
      ignore: ["src/evidence/indicators/observations/store.server.ts"],
      ignoreDependencies: [
        // Named by their files: the fonts of documents.
        "@expo-google-fonts/.+",
        // React Router brings them itself; we have entries of our own.
        "@react-router/node",
        "isbot",
      ],
      // Of the machine, asked for where they are there.
      ignoreBinaries: [
        "unshare",
        "apt-get",
        "clamd",
        "mount",
        "nginx",
        "openssl",
        "pdfinfo",
        "umount",
        "useradd",
      ],
    },
    "packages/*": { entry: ["vectors/main.ts"], project: ["**/*.ts"] },
  },
  // What is exported and used in its own file alone may still be wanted by a test.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
