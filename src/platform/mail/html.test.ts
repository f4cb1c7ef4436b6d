import { expect, it } from "vitest";
import { htmlOf } from "./html.ts";

it("says the same as the text, with links, and lets no sign of it become markup", () => {
  const html = htmlOf("浜田市 御中\n<b>&\n\nhttps://yui.example.jp/a/x?y=1&z=2\nまで");
  expect(html).toContain('<p style="margin:0 0 1em">浜田市 御中<br>\n&#60;b&#62;&#38;</p>');
  expect(html).toContain('<a href="https://yui.example.jp/a/x?y=1&#38;z=2"');
  expect(html).toContain("</a><br>\nまで");
});

it("keeps what stands before, between and after links", () => {
  expect(htmlOf("a http://b.example/1 と http://b.example/2。")).toMatch(
    /a <a href="http:\/\/b\.example\/1"[^>]*>[^<]*<\/a> と <a href="http:\/\/b\.example\/2"[^>]*>[^<]*<\/a>。/,
  );
});
