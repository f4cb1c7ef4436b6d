import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { describe, expect, it } from "vitest";
import { PageHead } from "./page.tsx";

const Head = () => <PageHead title="依頼" />;
const Page = createRoutesStub([
  { id: "root", path: "/", children: [{ id: "page", index: true, Component: Head }] },
]);

/** The title of a page that comes back with that answer to a form. */
function titleAfter(answer: unknown, language = "ja"): string {
  const html = renderToStaticMarkup(
    <Page hydrationData={{ loaderData: { root: { language } }, actionData: { page: answer } }} />,
  );
  return /<title>(.*) \| /.exec(html)![1]!;
}
const ANSWER = { command: "request.send", errors: {}, message: null, overtaken: null };

describe("the title of a page", () => {
  it("begins with the word that a form was refused", () => {
    expect(titleAfter({ ...ANSWER, errors: { name: ["入力してください。"] } })).toBe("エラー：依頼");
    expect(titleAfter({ ...ANSWER, message: "締め切りました。" }, "en")).toBe("Error: 依頼");
  });

  it("says nothing of it where the form only shows its next step, or nothing was sent", () => {
    expect(titleAfter({ ...ANSWER, step: "2" })).toBe("依頼");
    expect(titleAfter(undefined)).toBe("依頼");
  });
});
