import { expect, it } from "vitest";
import { inspect, journeys, PHONE, signInAs, visit } from "./browser.ts";

const { person } = journeys();

it("gives an employer after a death three numbers and a call, without a topic", async () => {
  const owner = await person({ viewport: PHONE });
  await visit(owner, "/areas/hamada/workplace-care");
  expect(await owner.locator('main a[href^="tel:"]').count()).toBe(3);
  expect(await owner.getByRole("link", { name: "このページを離れる" }).getAttribute("href")).toBe("?leave");
  const left = await owner.request.get("/areas/hamada/workplace-care?leave", { maxRedirects: 0 });
  expect([left.status(), left.headers()["cache-control"]]).toEqual([302, "no-store"]);
  await owner.getByLabel("電話番号").fill("0855-11-2233");
  await owner.getByLabel("連絡を受けやすい時間").selectOption("afternoon");
  await owner.getByRole("button", { name: "折り返しの電話を頼む", exact: true }).click();
  await owner.getByText("受け付けました。").waitFor();
  await inspect(owner);
  await visit(owner, "/areas/hamada/return-to-work");
  const desk = await person();
  await desk.goto("/areas/hamada/return-to-work");
  expect((await desk.pdf({ format: "A4" })).subarray(0, 5).toString()).toBe("%PDF-");

  const nurse = await person();
  nurse.setDefaultTimeout(30_000);
  await signInAs(nurse, "caseworker", "/today", "hokenshi");
  await nurse.getByText("折り返しの電話が1件あります").waitFor();
  await nurse.goto("/areas/hamada/call-backs");
  await nurse.getByText("0855112233").waitFor();
  await inspect(nurse);
  await nurse
    .getByRole("button", { name: /電話をかけた/ })
    .first()
    .click();
  await nurse.getByText("お待ちの電話はありません。").waitFor();
});
