import { sql } from "kysely";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadReferenceAreas } from "#foundation/areas/public.ts";
import type { Work } from "#foundation/authority/public.ts";
import { db } from "#platform/db/rows.ts";
import { type AreaId, newId } from "#platform/kernel/ids.ts";
import { conflict, ok } from "#platform/kernel/result.ts";
import { testApp } from "#test/app.ts";
import { withPermit } from "#test/permit.ts";
import { person } from "#test/person.ts";
import { inLine, isFull } from "./booking.rules.ts";
import { defineBookings } from "./booking.usecases.server.ts";

const AREA = "sma-32-02" as AreaId;
const STAFF = person("coordinator", AREA);
const app = testApp();
beforeAll(() => loadReferenceAreas(app));

/** What is booked stands in no table of the house here: a lock of its name stands for its row. */
const locked: string[][] = [];
const changed: string[][] = [];
const places = defineBookings({
  type: "course",
  async lock(work, _area, ids) {
    locked.push([...ids]);
    for (const id of ids) await sql`select pg_advisory_xact_lock(hashtext(${id}))`.execute(db(work));
  },
  async changed(_work, _area, ids) {
    changed.push([...ids]);
  },
});
beforeEach(() => {
  locked.length = 0;
  changed.length = 0;
});

const SLOT = "2026-12-02";
const within = <T>(work: (permit: Work) => Promise<T>) => withPermit(app, STAFF, work);
const somebody = (id = newId() as string) => ({ type: "person", id, party: "p" });
const heldOf = async (work: Work, ids: readonly string[], except?: string) =>
  (await places.sums(work, AREA, ids, { from: "", except })).reduce((sum, one) => sum + one.held, 0);
/** Books where fewer than so many have a place, counted under the lock. */
const book = (ids: readonly string[], limit: number, holder = somebody(), slot = SLOT) =>
  within((work) =>
    places.book(work, AREA, { ids, slot, holder }, async () => {
      for (const id of ids) if (isFull(limit, await heldOf(work, [id], holder.id))) return conflict("full");
      return ok(undefined);
    }),
  );

describe("the last place", () => {
  it("goes to as many as there are, of fifty who come at once", async () => {
    const id = newId();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => book([id], 3)));
    expect(outcomes.filter((one) => one.ok)).toHaveLength(3);
    expect(await within((work) => heldOf(work, [id]))).toBe(3);
  });

  it("lets nobody wait in a circle where many want the same pair in other order", async () => {
    const pair = [newId(), newId()];
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_unused, index) => book(index % 2 ? pair : [...pair].reverse(), 5)),
    );
    expect(outcomes.filter((one) => one.ok)).toHaveLength(5);
    expect(locked.every((ids) => ids.join() === [...ids].sort().join())).toBe(true);
  });
});

it("takes a place in place of the one that the holder has, and tells of both things", async () => {
  const [first, second] = [newId(), newId()];
  const holder = somebody();
  await book([first], 1, holder);
  await book([first], 1, holder, "2026-12-03");
  expect(await within((work) => places.sums(work, AREA, [first], { from: "" }))).toEqual([
    { subjectId: first, slot: "2026-12-03", held: 1 },
  ]);
  await book([second], 1, holder);
  expect(await within((work) => heldOf(work, [first]))).toBe(0);
  expect(changed.at(-1)).toEqual([first, second]);
  expect(await within((work) => places.heldBy(work, AREA, holder.id))).toEqual([second]);
  expect(await within((work) => places.uses(work, AREA, "p", { from: SLOT, to: SLOT }))).toEqual(
    expect.objectContaining(new Map([[second, 1]])),
  );
});

it("holds one line a thing: who waits twice waits once, is offered a place once, and gives it back once", async () => {
  const id = newId();
  const [first, second] = [somebody(), somebody()];
  for (const holder of [first, first, second])
    await within((work) => places.wait(work, AREA, id, holder, false));
  const line = await within((work) => places.line(work, AREA, { subject: id }));
  expect(
    inLine(line)
      .map((one) => one.holderId)
      .sort(),
  ).toEqual([first.id, second.id].sort());

  const [next] = inLine(line);
  const place = { slot: SLOT, offeredUntil: new Date(app.clock.now().getTime() + 60_000) };
  const offered = await Promise.all(
    [1, 2].map(() => within((work) => places.offer(work, AREA, next!, place))),
  );
  expect(offered.sort()).toEqual([false, true]);
  expect(await within((work) => heldOf(work, [id]))).toBe(1);
  expect(await within((work) => places.lines(work))).toContainEqual({ area: AREA, id });

  for (let twice = 0; twice < 2; twice += 1)
    await within((work) => places.leave(work, AREA, next!, "lapsed"));
  expect(await within((work) => heldOf(work, [id]))).toBe(0);
  expect(await within((work) => places.ended(work, AREA, "lapsed", SLOT))).toContainEqual({
    holderId: next!.holderId,
    subjectId: id,
  });
  await within((work) => places.release(work, AREA, next!.holderId, "left"));
  expect(await within((work) => places.line(work, AREA, { subject: id }))).toHaveLength(1);
});

it("knows who came, and takes that place back no more", async () => {
  const id = newId();
  const holder = somebody();
  await book([id], 1, holder);
  const find = (work: Work) =>
    sql<{ id: string; state: string }>`select id, state from booking where holder_id = ${holder.id}`.execute(
      db(work),
    );
  const booking = (await within(find)).rows[0]!;
  expect(await within((work) => places.attend(work, AREA, booking))).toBe(true);
  expect(await within((work) => places.attend(work, AREA, booking))).toBe(false);
  await within((work) => places.release(work, AREA, holder.id, "left"));
  expect((await within(find)).rows[0]!.state).toBe("attended");
  expect((await book([id], 1)).ok).toBe(false);
});
