import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import { methodGroups, renderMethod } from "./rules.ts";
import { listMethods, methodPage } from "./usecases.server.ts";

const html = (page: { parts: readonly { html: string }[] }) => page.parts.map((part) => part.html).join("");
const folder = new URL("../../../../docs/methods/", import.meta.url);
const overview = readFileSync(new URL("README.md", folder), "utf8");
const names = methodGroups(overview, "ja").flatMap(({ methods }) => methods.map(({ name }) => name));

describe("renderMethod", () => {
  it("takes the title out and leads links to the neighbours' pages", () => {
    const page = renderMethod(
      "# Title\n\nSee [other](other-method.md).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n",
    );
    expect(page.title).toBe("Title");
    expect(html(page)).toContain('<a href="/methods/other-method?lang=en">other</a>');
    expect(html(page)).toContain("<td>1</td>");
    expect(html(page)).not.toContain("<h1>");
  });

  it("lets the keyboard scroll what is wider than the page, and shows no path", () => {
    const page = renderMethod("# T\n\n方法\n\n`packages/healthstats/src/t.ts`: `t`\n\n```text\na = b\n```\n");
    expect(html(page)).toContain('<pre tabindex="0">');
    expect(html(page)).not.toMatch(/packages|方法/);
  });

  it.each([
    ["<script>alert(1)</script>", "<script"],
    ["<img src=x onerror=alert(1)>", "<img"],
    ["[x](javascript:alert(1))", "javascript:"],
  ])("lets %s be text", (text, forbidden) => {
    expect(html(renderMethod(text))).not.toContain(forbidden);
  });
});

describe("methodPage", () => {
  it.each(names)(
    "has %s for readers of Japanese: meaning, use, formula, example, caution, source",
    async (name) => {
      const page = expectOk(await methodPage(name, "ja"));
      expect(page.title).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      const titles = [...html(page).matchAll(/<h2>(.+?)<\/h2>/g)].map(([, title]) => title);
      expect(titles).toEqual(["意味", "使う場面", "式", "計算例", "注意", "出典"]);
      expect(html(page)).not.toMatch(/packages\/|<pre[^>]*><code class="language-ts/);
      const foreign = page.parts.filter(({ lang }) => lang === "en").map((part) => part.html);
      expect(foreign.join("")).not.toMatch(/[ぁ-ん]/);
      expect(html(expectOk(await methodPage(name, "en")))).not.toContain("packages/");
    },
  );

  it("keeps no Japanese page of a method that is gone", () => {
    expect(
      readdirSync(new URL("ja/", folder))
        .map((file) => file.replace(".md", ""))
        .sort(),
    ).toEqual([...names].sort());
  });

  it.each(["../decisions/0001", "nothing", "README", "a/b", ""])("has none for %j", async (name) => {
    expect(await methodPage(name, "ja")).toMatchObject({ ok: false, error: { kind: "not-found" } });
  });

  it("lists them all by their names in the reader's language", async () => {
    const [japanese, english] = [await listMethods("ja"), await listMethods("en")];
    expect(japanese.map(({ title }) => title)).toEqual([
      "統計",
      "健康情報の判定",
      "小さな人数の秘匿",
      "健診・ストレスチェックの判定",
    ]);
    expect(japanese[1]!.methods[1]).toEqual({ name: "recent-trend", title: "直近の推移（5年、99.8％）" });
    expect(english[1]!.methods[1]).toEqual({ name: "recent-trend", title: "Recent trend" });
  });
});
