import type { Actor } from "#foundation/actors/public.ts";
import {
  type Example,
  type ExamplePlace,
  type Examples,
  type PageGuards,
  standing,
} from "#foundation/authority/testing.ts";
import { newId } from "#platform/kernel/ids.ts";
import { expectOk } from "#platform/kernel/result.ts";
import type { OwnKey } from "#platform/sealing/own-key.ts";
import { saveCheckup } from "./checkups/checkup.usecases.server.ts";
import { listDiary, saveDiary } from "./diary/diary.usecases.server.ts";
import { beginFile, deleteOwnFile, findOwnFile } from "./file/file.commands.server.ts";
import { giveShare, listShares, SHARE, shareDoor } from "./shares/share.usecases.server.ts";

const WORD = "あさがおの咲く朝47";
const CHECKUP = { day: "2026-05-12", kind: "employer", fasting: "fasting", v_sbp: "128" };

const DIARY_DAY = { day: "2026-05-12", weight: "62.5" };

type Made = Readonly<{ actor: Actor; person: string; key: OwnKey }>;

/** A new file of the secretariat's own: to everybody else it is another's. */
async function made({ app, secretariat }: ExamplePlace): Promise<Made> {
  const person = secretariat.kind === "person" ? (secretariat.userId as string) : "";
  const { file } = expectOk(await findOwnFile(app, secretariat, { person }));
  if (file) expectOk(await deleteOwnFile(app, secretariat, { person }));
  const { key } = expectOk(await beginFile(app, secretariat, { person }, { word: WORD }));
  return { actor: secretariat, person, key };
}

const own = (
  input?: unknown,
  more?: (place: ExamplePlace, file: Made) => Promise<object>,
): Examples[string] =>
  standing(async (place): Promise<Example> => {
    const file = await made(place);
    const { person, key } = file;
    return { target: { person, key, ...(await more?.(place, file)) }, input };
  });

const withCheckup = async ({ app }: ExamplePlace, { actor, ...target }: Made) =>
  expectOk(await saveCheckup(app, actor, { ...target, entry: newId() }, CHECKUP));

const withDay = async ({ app }: ExamplePlace, { actor, ...target }: Made) => {
  expectOk(await saveDiary(app, actor, target, DIARY_DAY));
  return { entry: expectOk(await listDiary(app, actor, target))[0]!.id };
};

const withShare = async ({ app }: ExamplePlace, { actor, ...target }: Made) => {
  expectOk(await giveShare(app, actor, target, { whom: "見本の保健師", days: "7", parts: ["checkup"] }));
  const [share] = expectOk(await listShares(app, actor, target));
  return { share: share!.id };
};

export const examples: Examples = {
  "health-file.find": own(),
  "health-file.count": standing(async () => ({ target: {} })),
  "health-file.begin": standing(async (place) => {
    const { actor, person } = await made(place);
    expectOk(await deleteOwnFile(place.app, actor, { person }));
    return { target: { person }, input: { word: WORD } };
  }),
  "health-file.unlock": own({ word: WORD }),
  "health-file.close": own(),
  "health-file.change-word": own({ word: `${WORD}8` }),
  "health-file.read": own(),
  "health-file.export": own({ format: "json" }),
  "health-file.import": own({
    file: new File([JSON.stringify({ yui: "health-file", edition: 1, checkups: [] })], "見本.json"),
  }),
  "health-file.delete": own(),
  "health-checkup.save": own(CHECKUP, async () => ({ entry: newId() })),
  "health-checkup.delete": own(undefined, withCheckup),
  "health-diary.list": own(),
  "health-diary.save": own(DIARY_DAY),
  "health-diary.delete": own(undefined, withDay),
  "health-share.list": own(),
  "health-share.give": own({ whom: "見本の保健師", days: "7", parts: ["checkup"] }),
  "health-share.end": own(undefined, withShare),
  "health-share.read": standing(async (place) => {
    const { actor, ...target } = await made(place);
    const { token } = expectOk(
      await giveShare(place.app, actor, target, { whom: "見本", days: "7", parts: ["checkup"] }),
    );
    const door = expectOk(await shareDoor(place.app, token));
    return { target: door.target, holds: { [SHARE]: { subject: target.key.id } } };
  }),
};

/** Which use-case must grant each page; the pages of the file are the person's own. */
export const pages: PageGuards = {
  "health-booklet": "open",
  "health-booklet/:paper": "open",
  "health-file": "open",
  "health-file/checkups/:entry": "open",
  "health-file/items/:item": "open",
  "health-file/diary": "open",
  "health-file/shares": "open",
  "health-file/keep": "open",
  // Its link holds a key that no example can: the tests of the module try it.
  "shared-files/:token": "open",
};
