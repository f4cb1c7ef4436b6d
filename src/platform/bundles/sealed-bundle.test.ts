import { sign } from "node:crypto";
import { Encrypter } from "age-encryption";
import { type Zippable, zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { expectOk } from "#platform/kernel/result.ts";
import {
  type BundleKeys,
  fingerprintOf,
  makeBundleKeys,
  type PublicKeys,
  publicKeysOf,
  signingKey,
  typedFingerprint,
} from "./bundle-keys.ts";
import { openBundle, sealBundle } from "./sealed-bundle.ts";

let [inside, outside, stranger]: BundleKeys[] = [];
let [insideKeys, outsideKeys]: PublicKeys[] = [];
const statement = {
  id: "0198f2a0-0000-7000-8000-000000000001",
  number: 1,
  madeAt: "2026-11-22T01:00:00.000Z",
  acknowledges: [],
};
const text = (words: string) => Buffer.from(words);
const files = new Map([["requests.json", text('[{"number":"1"}]')]]);

beforeAll(async () => {
  [inside, outside, stranger] = await Promise.all([makeBundleKeys(), makeBundleKeys(), makeBundleKeys()]);
  [insideKeys, outsideKeys] = [await publicKeysOf(inside!), await publicKeysOf(outside!)];
});

const open = (bytes: Uint8Array) => openBundle(inside!, [outsideKeys!], bytes);
const sealed = () => sealBundle(outside!, insideKeys!, statement, files);

async function encrypted(archive: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(insideKeys!.recipient);
  return encrypter.encrypt(archive);
}

/** As a sender of ill will would make one: whatever it says, signed by whomever. */
async function handmade(
  {
    entries = {},
    declared = [],
    by = outside!,
    change = {},
  }: {
    entries?: Zippable;
    declared?: readonly object[];
    by?: BundleKeys;
    change?: object;
  } = {},
  mend: (archive: Uint8Array) => Uint8Array = (archive) => archive,
) {
  const manifest = Buffer.from(
    JSON.stringify({
      format: "yui-bundle/1",
      from: fingerprintOf(outsideKeys!),
      to: fingerprintOf(insideKeys!),
      ...statement,
      files: declared,
      ...change,
    }),
  );
  const signature = sign(null, Buffer.concat([Buffer.from("yui-bundle/1\n"), manifest]), signingKey(by));
  return encrypted(mend(zipSync({ "manifest.json": manifest, "manifest.sig": signature, ...entries })));
}

const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const renamed = (from: string, to: string) => (archive: Uint8Array) =>
  Buffer.from(Buffer.from(archive).toString("latin1").replaceAll(from, to), "latin1");

describe("a bundle", () => {
  it("gives its receiver what was put in, and tells who did", async () => {
    const { from, manifest, files: found } = expectOk(await open(await sealed()));
    expect(from).toBe(outsideKeys);
    expect(manifest).toMatchObject({ number: 1, from: fingerprintOf(outsideKeys!) });
    expect(found).toEqual(files);
  });

  it("is read by nobody else", async () => {
    const bytes = await sealed();
    expect(await openBundle(stranger!, [outsideKeys!], bytes)).toEqual({
      ok: false,
      error: { flaw: "not for us", file: undefined },
    });
    expect(Buffer.from(bytes).toString("latin1")).not.toContain("requests.json");
  });

  it.each([
    ["one byte changed", (bytes: Uint8Array) => bytes.with(bytes.length - 40, bytes.at(-40)! ^ 1)],
    ["cut short", (bytes: Uint8Array) => bytes.slice(0, -50)],
    ["longer", (bytes: Uint8Array) => Buffer.concat([bytes, bytes])],
    ["nothing", () => new Uint8Array()],
    ["another file", () => text("PK\x03\x04 no bundle")],
  ])("is not taken with %s", async (_, change) => {
    expect(await open(change(await sealed()))).toMatchObject({ ok: false, error: { flaw: "not for us" } });
  });

  it.each([
    ["a stranger's signature", () => handmade({ by: stranger! }), "forged"],
    [
      "a sender that nobody knows",
      async () => sealBundle(stranger!, insideKeys!, statement, files),
      "unknown sender",
    ],
    [
      "another receiver named",
      () => handmade({ change: { to: fingerprintOf(outsideKeys!) } }),
      "another receiver",
    ],
    ["a field that no manifest has", () => handmade({ change: { run: "rm" } }), "no manifest"],
    ["no archive in it", () => encrypted(text("hello")), "hostile"],
    ["a torn archive", () => handmade({}, (archive) => archive.slice(0, -30)), "hostile"],
    [
      "a file beside those declared",
      () => handmade({ entries: { "more.json": text("[]") } }),
      "undeclared file",
    ],
    [
      "a declared file missing",
      () => handmade({ declared: [{ name: "gone.json", bytes: 0, sha256: EMPTY }] }),
      "missing file",
    ],
    [
      "a file that is not what was signed",
      () =>
        handmade({
          entries: { "a.json": text("[1]") },
          declared: [{ name: "a.json", bytes: 3, sha256: EMPTY }],
        }),
      "changed file",
    ],
    [
      "a file declared twice",
      () =>
        handmade({
          entries: { "a.json": text("") },
          declared: [1, 2].map(() => ({ name: "a.json", bytes: 0, sha256: EMPTY })),
        }),
      "undeclared file",
    ],
    ["a path upwards", () => handmade({ entries: { "../a.json": text("[]") } }), "hostile"],
    ["a path from the root", () => handmade({ entries: { "/etc/a.json": text("[]") } }), "hostile"],
    ["a path of Windows", () => handmade({ entries: { "..\\a.json": text("[]") } }), "hostile"],
    ["a folder", () => handmade({ entries: { "a/b.json": text("[]") } }), "hostile"],
    ["a program", () => handmade({ entries: { "a.exe": text("MZ") } }), "hostile"],
    [
      "a link",
      () => handmade({ entries: { "a.json": [text("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] } }),
      "hostile",
    ],
    [
      "one name twice",
      () =>
        handmade({ entries: { "a.json": text("[1]"), "b.json": text("[2]") } }, renamed("b.json", "a.json")),
      "hostile",
    ],
    [
      "too many files",
      () =>
        handmade({
          entries: Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`f${at}.json`, text("")])),
        }),
      "hostile",
    ],
    ["a bomb", () => handmade({ entries: { "a.json": new Uint8Array(210 * 1024 * 1024) } }), "hostile"],
  ] as const)("is refused with %s", async (_, make, flaw) => {
    expect(await open(await make())).toMatchObject({ ok: false, error: { flaw } });
  });

  it("names the file that shows what is wrong", async () => {
    expect(await open(await handmade({ entries: { "more.json": text("[]") } }))).toEqual({
      ok: false,
      error: { flaw: "undeclared file", file: "more.json" },
    });
  });
});

describe("a fingerprint", () => {
  it("is of both keys, and read as people type it", () => {
    const fingerprint = fingerprintOf(insideKeys!);
    expect(fingerprint).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(fingerprintOf({ ...insideKeys!, recipient: outsideKeys!.recipient })).not.toBe(fingerprint);
    const wide = fingerprint.toLowerCase().replaceAll("-", "　").replaceAll("0", "ｏ");
    expect(typedFingerprint(wide)).toBe(fingerprint);
  });
});
