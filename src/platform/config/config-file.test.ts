import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { takeConfigFile } from "./config-file.ts";

const folder = mkdtempSync(join(tmpdir(), "yui-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(text: string, mode = 0o600): string {
  const file = join(folder, "yui.conf");
  writeFileSync(file, text);
  chmodSync(file, mode);
  return file;
}

const taken = (text: string, environment: Record<string, string> = {}, mode?: number) => {
  const all: Record<string, string | undefined> = { ...environment, YUI_CONFIG: fileOf(text, mode) };
  takeConfigFile(all);
  return all;
};

describe("takeConfigFile", () => {
  it("reads settings, and lets a variable of the environment go before them", () => {
    const config = readConfig(
      taken('# of the city\nPORT=3100\nYUI_MAIL_FROM="結 <yui@example.jp>"\nYUI_DATA=/srv/yui # there\n', {
        PORT: "3200",
      }),
    );
    expect(config).toMatchObject({ port: 3200, mailFrom: "結 <yui@example.jp>", dataFolder: "/srv/yui" });
  });

  it("does nothing where no file is named", () => {
    const environment = { PORT: "3000" };
    takeConfigFile(environment);
    expect(environment).toEqual({ PORT: "3000" });
  });

  it("names the line of what is no setting", () => {
    expect(() => taken("PORT=3000\n\nYUI_MODUS=production\n")).toThrow(/line 3: YUI_MODUS is no setting/);
  });

  it("names the file that can't be read", () => {
    expect(() => takeConfigFile({ YUI_CONFIG: join(folder, "none.conf") })).toThrow(
      /none\.conf can't be read \(ENOENT\)/,
    );
  });

  it("refuses secrets that others may read, and reads the rest of such a file", () => {
    const secret = `YUI_SECRET=${"x".repeat(32)}\n`;
    expect(() => taken(secret, {}, 0o644)).toThrow(/line 1: YUI_SECRET is secret.*chmod 600/);
    expect(taken(secret, {}, 0o600).YUI_SECRET).toHaveLength(32);
    expect(taken("PORT=3100\n", {}, 0o644).PORT).toBe("3100");
  });
});
