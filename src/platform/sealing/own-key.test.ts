import { inspect } from "node:util";
import { expect, it } from "vitest";
import { OwnKey, type Secret, unlockKey } from "./own-key.ts";
import { SealBroken } from "./sealed.ts";

const ID = "0198f2a0-0000-7000-8000-00000000000a";
const bytesOf = (sealed: { toPostgres(): Buffer }) => sealed.toPostgres();

it.each<Secret>([
  { kind: "word", text: "あさがおの咲く朝47" },
  { kind: "chance", text: "ABCDE-FGHJK" },
])("opens by its secret ($kind) and by no other, and for nobody else", async (secret) => {
  const key = new OwnKey(ID);
  const locked = await key.lock(secret);
  const again = await unlockKey(ID, locked, secret);
  expect(again?.open("a.b", "row", bytesOf(key.seal("a.b", "row", "血圧 128")))).toBe("血圧 128");
  expect(await unlockKey(ID, locked, { ...secret, text: `${secret.text}x` })).toBeUndefined();
  expect(await unlockKey("another", locked, secret)).toBeUndefined();
  expect(await unlockKey(ID, "", secret)).toBeUndefined();
});

it("opens nothing that was moved, and shows itself nowhere", () => {
  const key = new OwnKey(ID);
  const sealed = bytesOf(key.seal("a.b", "row", "血圧 128"));
  expect(() => key.open("a.b", "other row", sealed)).toThrow(SealBroken);
  expect(() => new OwnKey(ID).open("a.b", "row", sealed)).toThrow(SealBroken);
  expect([String(key), inspect(key), JSON.stringify(key)]).toEqual(["[key]", "[key]", '"[key]"']);
});
