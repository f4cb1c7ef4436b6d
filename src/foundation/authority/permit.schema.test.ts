import { expect, it } from "vitest";
import { z } from "zod";
import { db, type RowAccess } from "#platform/db/rows.ts";
import type { AreaId } from "#platform/kernel/ids.ts";
import { expectOk, ok } from "#platform/kernel/result.ts";
import { areaId } from "#platform/kernel/target.ts";
import { testApp } from "#test/app.ts";
import { person } from "#test/person.ts";
import { command, definePolicy, type Finder, type Permit, roleHere } from "./public.ts";

const app = testApp();
const AREA = "sma-32-02" as AreaId;
const clerk = person("coordinator", AREA);
const policy = definePolicy({ "note.read": roleHere("coordinator"), "note.close": roleHere("coordinator") });

/** As a store of a module would be written: rows of notes are opened by a permit to read or to close one. */
const selectNotes = (permit: Permit<"note.read" | "note.close">) =>
  db(permit).selectFrom("audit_entry").select("id").limit(1).execute();

type OfferPermit = Permit<"offer.read">;
let kept: Permit<"note.read"> | undefined;

const target = z.object({ area: areaId });
const subject = (_find: Finder, { area }: { area: AreaId }) => ({ type: "note", area });
const readNote = command({
  name: "note.read",
  policy,
  target,
  subject,
  async run(permit) {
    kept = permit;
    await selectNotes(permit);
    // A copy has every field of the permit and opens nothing.
    await expect((async () => selectNotes({ ...permit }))()).rejects.toThrow(/nothing to open rows with/);
    const other = { ...permit, action: "note.close" } as unknown as Permit<"note.close">;
    await expect((async () => selectNotes(other))()).rejects.toThrow(/nothing to open rows with/);
    return ok(undefined);
  },
});

it("opens rows by the permit itself, while its transaction lasts", async () => {
  expectOk(await readNote(app, clerk, { area: AREA }));
  await expect((async () => selectNotes(kept!))()).rejects.toThrow(/whose transaction is over/);
});

/** Not run: what follows must not compile, and `npm run types` fails where it does. */
function forgetting(offer: OfferPermit, finder: Finder, access: RowAccess): void {
  // @ts-expect-error a store without a permit
  void selectNotes();
  // @ts-expect-error an offer's permit opens no notes
  void selectNotes(offer);
  // @ts-expect-error what finds a subject is no permit
  void selectNotes(finder);
  // @ts-expect-error what opens rows is no permit
  void selectNotes(access);
  // @ts-expect-error nothing written by hand is a permit
  void selectNotes({ action: "note.read", subject: { type: "note", area: AREA }, actor: clerk });
  // @ts-expect-error a policy is asked by a name that it knows
  command({ name: "note.burn", policy, target, subject, run: async () => ok(undefined) });
}

void forgetting;
