import { gzipSync } from "node:zlib";
import { expect, inject, it } from "vitest";
import { journeys } from "./browser.ts";

const { person } = journeys();

/** What a page may cost somebody on a slow line, in thousands of bytes of gzipped script. */
const MOST_KB = 130;

it.each(["/", "/areas", "/areas/sagamihara", "/sign-in"])(
  "loads at most 130 kB of gzipped script on %s",
  async (path) => {
    const page = await person();
    const scripts = new Map<string, Promise<Buffer>>();
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.set(response.url(), response.body());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    const sizes = await Promise.all(
      [...scripts].map(async ([url, body]) => ({
        file: url.slice(inject("origin").length),
        bytes: gzipSync(await body).length,
      })),
    );
    expect(sizes.length).toBeGreaterThan(0);
    const sum = sizes.reduce((all, { bytes }) => all + bytes, 0);
    const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 5);
    expect(sum, JSON.stringify(largest)).toBeLessThan(MOST_KB * 1000);
  },
);
