import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "#foundation/actors/public.ts";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import { loadDemonstrationOrganisations } from "#foundation/organisations/public.ts";
import { fixedClock } from "#platform/kernel/clock.ts";
import { expectOk } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withdrawConsent } from "../consents/consent.commands.server.ts";
import { sendReferral } from "../referrals/referral.commands.server.ts";
import { readReferral } from "../referrals/referral.queries.server.ts";
import { AT_CENTRE, COUNSELLOR, handingOn, NAME, NURSE } from "../two-offices.testing.ts";
import { type HandedOut, handOutReferral } from "./hand-out.commands.server.ts";
import { passwordOf, stepsOfAnswer } from "./outside.rules.ts";
import { answerReturn, noteReturn, readReturn, returnDoor } from "./return.commands.server.ts";

const app = testApp();
const { opened, agree, draft } = handingOn(app);
const CLINIC = { partner: "", receiver: "見本医院" };

beforeAll(async () => {
  await loadReferenceAreas(app);
  await loadDemonstrationOrganisations(app);
});

/** A referral to a clinic that has no account, sent and not yet handed over. */
async function toClinic(more: object = {}) {
  const id = await opened();
  const consent = await agree(id, { ...CLINIC, ...more });
  const { referral, drafted } = await draft(id, { ...CLINIC, mode: "one-way" });
  expectOk(drafted);
  const at = { ...AT_CENTRE, referral };
  expectOk(await sendReferral(app, COUNSELLOR, at));
  return { id, consent, at };
}
const handOut = async (at: Awaited<ReturnType<typeof toClinic>>["at"], way: HandedOut["way"]) =>
  expectOk(await handOutReferral(app, COUNSELLOR, at, { way }));
const door = async (link: string) => expectOk(await returnDoor(app, link.split("/").at(-1)!));
const stateOf = async (at: Awaited<ReturnType<typeof toClinic>>["at"]) =>
  expectOk(await readReferral(app, COUNSELLOR, at)).referral.stateWord;

describe("a referral to an office outside the system", () => {
  it("goes as a sealed file, whose password comes by another way, and is answered by a link without a name", async () => {
    const { at } = await toClinic();
    const handed = await handOut(at, "file");
    if (handed.way !== "file") throw new Error("no file");
    expect(handed.password).toMatch(/^([2-9a-z]{4}-){3}[2-9a-z]{4}$/);
    const data = Buffer.from(handed.file.content, "base64");
    const { promise } = getDocument({ data: new Uint8Array(data), password: handed.password, verbosity: 0 });
    const page = await (await promise).getPage(1);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str : "")).join("");
    for (const word of [NAME.replace("　", ""), "眠れない日が続く", "返信用紙"])
      expect(text.replaceAll(/[\s　]/g, "")).toContain(word);
    const { holder, referral } = await door(handed.link);
    const seen = expectOk(await readReturn(app, holder, { referral }));
    expect(seen).toMatchObject({
      receiver: "見本医院",
      state: "送付済み",
      answers: ["arrived", "contacted", "declined"],
    });
    expect(JSON.stringify(seen)).not.toMatch(/見本　花子|眠れない|0855/);
    expectOk(await answerReturn(app, holder, { referral }, { answer: "arrived" }));
    expect(await stateOf(at)).toBe("受領済み");
    expectOk(await answerReturn(app, holder, { referral }, { answer: "contacted" }));
    expect(await stateOf(at)).toBe("引受済み");
    expectOk(await noteReturn(app, COUNSELLOR, at, { answer: "closed", outcome: "seen" }));
    expect(await answerReturn(app, holder, { referral }, { answer: "declined" })).toMatchObject({
      error: { kind: "conflict" },
    });
  });

  it("goes on paper with a part that comes back; handed out again, the earlier link is dead", async () => {
    const { at } = await toClinic();
    const first = await handOut(at, "paper");
    if (first.way !== "paper") throw new Error("no paper");
    expect(first.letter).toMatchObject({ receiver: "見本医院", sender: "浜田地域産業保健センター" });
    expect(first.letter.items.map(({ label }) => label).sort()).toEqual(
      ["氏名", "相談の内容", "連絡先"].sort(),
    );
    await handOut(at, "file");
    const old = await returnDoor(app, first.letter.link.split("/").at(-1)!);
    expect(old).toMatchObject({ error: { kind: "not-found" } });
    expectOk(await noteReturn(app, COUNSELLOR, at, { answer: "arrived" }));
    expect(await stateOf(at)).toBe("受領済み");
  });

  it("is not handed out once the person has taken the consent back", async () => {
    const { id, consent, at } = await toClinic();
    expectOk(await withdrawConsent(app, COUNSELLOR, { ...AT_CENTRE, case: id, consent }));
    expect(await handOutReferral(app, COUNSELLOR, at, { way: "file" })).toMatchObject({
      error: { kind: "conflict" },
    });
  });

  it("is answered by its link no longer than the person agreed", async () => {
    const later = (day: string) => ({ ...app, clock: fixedClock(`${day}T01:00:00Z`) });
    const { at } = await toClinic({ until: "2026-11-30" });
    const handed = await handOut(at, "file");
    if (handed.way !== "file") throw new Error("no file");
    const token = handed.link.split("/").at(-1)!;
    const { holder, referral } = expectOk(await returnDoor(later("2026-11-30"), token));
    expectOk(await answerReturn(later("2026-11-30"), holder, { referral }, { answer: "arrived" }));
    expect(await returnDoor(later("2026-12-01"), token)).toMatchObject({ ok: false });
    const heard = await toClinic({ way: "telephone" });
    const letter = await handOut(heard.at, "paper");
    if (letter.way !== "paper") throw new Error("no paper");
    const heardToken = letter.letter.link.split("/").at(-1)!;
    expectOk(await returnDoor(later("2026-12-04"), heardToken));
    expect(await returnDoor(later("2026-12-05"), heardToken)).toMatchObject({ ok: false });
  });

  it("is answered by the holder of its own link alone", async () => {
    const [one, other] = [await toClinic(), await toClinic()];
    const mine = await handOut(one.at, "file");
    const theirs = await handOut(other.at, "file");
    if (mine.way !== "file" || theirs.way !== "file") throw new Error("no file");
    const { holder } = await door(mine.link);
    const { referral } = await door(theirs.link);
    for (const actor of [holder, NURSE, { kind: "visitor" } as Actor])
      expect(await answerReturn(app, actor, { referral }, { answer: "arrived" })).toMatchObject({
        error: { kind: "not-found" },
      });
    expect(await stateOf(other.at)).toBe("送付済み");
  });
});

it("takes an answer only where the table of states has the step", () => {
  expect(stepsOfAnswer("sent", "contacted")).toEqual({ state: "accepted", steps: ["accept", "reached"] });
  expect(stepsOfAnswer("ongoing", "contacted")).toEqual({ state: "ongoing", steps: ["reached"] });
  expect(stepsOfAnswer("sent", "closed")).toBeUndefined();
  expect(stepsOfAnswer("withdrawn", "arrived")).toBeUndefined();
});

it("draws a password evenly, without what looks like something else", () => {
  const password = passwordOf(Uint8Array.from({ length: 40 }, (_, at) => at * 6 + 1));
  expect(password).toHaveLength(19);
  expect(password).not.toMatch(/[01ilo]/);
});
