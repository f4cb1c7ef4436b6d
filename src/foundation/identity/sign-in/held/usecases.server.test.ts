import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actorOf } from "#foundation/actors/public.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { NOW, testApp } from "#test/app.ts";
import type { Session } from "../../schema.ts";
import { insertUser } from "../../users/store.server.ts";
import { asSignIn } from "../scope.store.server.ts";
import { heldForm, holdForm } from "./usecases.server.ts";

const app = testApp();
let session: Session;
let other: Session;

const sessionOf = async (): Promise<Session> => {
  const email = `${newId()}@office.example`;
  const user = { email, name: "担当", passwordHash: "-" };
  const userId = (await asSignIn(app, (access) => insertUser(access, user)))!;
  const id: string = newId();
  return {
    id,
    token: id,
    state: "locked",
    owner: actorOf({ userId, name: "担当", memberships: [], reach: [] }),
    userId,
    name: "担当",
    email,
    secondFactor: false,
    authenticator: false,
    fresh: false,
    roles: [],
  };
};

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  Object.assign(app, { clock: systemClock });
  [session, other] = [await sessionOf(), await sessionOf()];
});
afterAll(() => void vi.useRealTimers());

const url = new URL("http://localhost/imports?step=2");
const post = (body: BodyInit) => new Request(url, { method: "POST", body });

describe("a form sent after its session had locked", () => {
  it("is kept with every field in order, for its sender alone, for an hour", async () => {
    const body = new URLSearchParams([
      ["title", "出前講座「心の健康」"],
      ["day", "2026-12-03"],
      ["day", "2026-12-05"],
      ["note", ""],
    ]);
    const id = (await holdForm(app, session, post(body), url))!;
    expect(await heldForm(app, session, id)).toEqual({ path: "/imports?step=2", fields: [...body] });
    expect(await heldForm(app, other, id)).toBeUndefined();
    vi.setSystemTime(new Date(Date.parse(NOW) + 3_600_001));
    expect(await heldForm(app, session, id)).toBeUndefined();
    vi.setSystemTime(new Date(NOW));
  });

  it("is not kept where it carries files or is no form", async () => {
    const files = new FormData();
    files.set("file", new File(["a,b"], "a.csv"));
    expect(await holdForm(app, session, post(files), url)).toBeUndefined();
    expect(await holdForm(app, session, post("{}"), url)).toBeUndefined();
  });

  it("is not found under a made-up name", async () => {
    for (const id of ["", "x", newId() as string]) expect(await heldForm(app, session, id)).toBeUndefined();
  });
});
