import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/setup/server.ts"],
    include: ["{src,packages,scripts,test}/**/*.test.{ts,tsx}"],
    exclude: ["test/journeys/**", "**/node_modules/**"],
    hookTimeout: 30_000,
  },
});
