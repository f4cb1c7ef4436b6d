import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { actorOf } from "#foundation/actors/public.ts";
import { db, withRows } from "#platform/db/rows.ts";
import { systemClock } from "#platform/kernel/clock.ts";
import { newId } from "#platform/kernel/ids.ts";
import { NOW, testApp } from "#test/app.ts";
import { insertUser } from "../people/user.store.server.ts";
import type { Session } from "../session.schema.ts";
import { asSignIn } from "../sign-in-access.store.server.ts";
import { sweepTries } from "./attempt.usecases.server.ts";
import { dropHeldForm, heldForm, holdForm as hold } from "./held-form.usecases.server.ts";

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
    idleMs: 0,
  };
};

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  Object.assign(app, { clock: systemClock });
  [session, other] = [await sessionOf(), await sessionOf()];
});
afterAll(() => void vi.useRealTimers());

const url = new URL("http://localhost/imports?step=2");
const NEVER = [{ paths: /^\/account\//, fields: ["password"] }];
const holdForm = (of: typeof app, session: Session, request: Request, at: URL) =>
  hold(of, session, request, at, NEVER);
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

  it("lies sealed in the database, and is gone with its key once it was sent or the hour is over", async () => {
    const body = new URLSearchParams({ note: "血圧の話" });
    const rows = async () => {
      const { rows } = await asSignIn(app, (access) =>
        sql<{
          all: string;
        }>`select f::text as "all" from identity_held_form f where user_id = ${session.userId}`.execute(
          db(access),
        ),
      );
      return rows.map((row) => row.all).join();
    };
    const keys = async () => {
      const { rows } = await withRows(app.db, { actor: "<sealing>", areas: [] }, (access) =>
        sql`select from sealing_key where holder_id = ${session.id}`.execute(db(access)),
      );
      return rows.length;
    };
    const id = (await holdForm(app, session, post(body), url))!;
    const second = (await holdForm(app, session, post(body), url))!;
    expect(await rows()).not.toMatch(/imports|血圧|note/);
    await dropHeldForm(app, other, id);
    expect(await heldForm(app, session, id)).toBeDefined();
    await dropHeldForm(app, session, id);
    expect(await heldForm(app, session, id)).toBeUndefined();
    expect(await heldForm(app, session, second)).toBeDefined();
    expect(await keys()).toBe(1);
    vi.setSystemTime(new Date(Date.parse(NOW) + 3_600_001));
    await sweepTries(app);
    expect([await rows(), await keys()]).toEqual(["", 0]);
    const again = (await holdForm(app, session, post(body), url))!;
    expect(await heldForm(app, session, again)).toBeDefined();
    vi.setSystemTime(new Date(NOW));
  });

  it("never keeps a password, nor anything of the pages that ask for one", async () => {
    const body = new URLSearchParams({ password: "kotatsu no mikan", note: "a" });
    const account = new URL("http://localhost/account/password");
    expect(await holdForm(app, session, post(body), account)).toBeUndefined();
    const id = (await holdForm(app, session, post(body), url))!;
    expect((await heldForm(app, session, id))!.fields).toEqual([["note", "a"]]);
  });

  it("is kept without the files that came beside what was typed", async () => {
    const form = new FormData();
    form.set("title", "写真のある活動");
    form.set("photos", new File([new Uint8Array(300_000)], "a.jpg"));
    const id = (await holdForm(app, session, post(form), url))!;
    expect((await heldForm(app, session, id))?.fields).toEqual([["title", "写真のある活動"]]);
  });

  it("is not kept where it carries nothing but files or is no form", async () => {
    const files = new FormData();
    files.set("file", new File(["a,b"], "a.csv"));
    expect(await holdForm(app, session, post(files), url)).toBeUndefined();
    expect(await holdForm(app, session, post("{}"), url)).toBeUndefined();
  });

  it("is not found under a made-up name", async () => {
    for (const id of ["", "x", newId() as string]) expect(await heldForm(app, session, id)).toBeUndefined();
  });
});
