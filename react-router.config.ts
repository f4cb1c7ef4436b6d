import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src",
  buildDirectory: "build",
  ssr: true,
  // Each page would carry the part of the list of routes that it may need, and ask for more: see decision 0024.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
