import { createHash, sign, verify } from "node:crypto";
import { Decrypter, Encrypter } from "age-encryption";
import { z } from "zod";
import { type Result, refuse } from "#platform/kernel/result.ts";
import { type Files, HostileArchive, pack, unpack } from "./archive.ts";
import {
  type BundleKeys,
  fingerprintOf,
  type PublicKeys,
  publicKeysOf,
  signingKey,
  verifyingKey,
} from "./bundle-keys.ts";

const FORMAT = "yui-bundle/1";
const MANIFEST = "manifest.json";
const SIGNATURE = "manifest.sig";
/** A signature for bundles can't be taken for one of anything else. */
const SIGNED = Buffer.from(`${FORMAT}\n`);
const MB = 1024 * 1024;
export const MOST_BUNDLE_BYTES = 50 * MB;

const Acknowledged = z.strictObject({ id: z.uuid(), number: z.int().min(1), takenAt: z.iso.datetime() });

const Statement = z.strictObject({
  id: z.uuid(),
  /** Counted by the sender for each receiver: a gap shows what was lost. */
  number: z.int().min(1),
  madeAt: z.iso.datetime(),
  /** Bundles of the receiver that the sender has taken in. */
  acknowledges: z.array(Acknowledged).max(1000),
});
/** What a sender says with a bundle. */
export type Statement = z.output<typeof Statement>;

const Manifest = Statement.extend({
  format: z.literal(FORMAT),
  from: z.string(),
  to: z.string(),
  files: z
    .array(
      z.strictObject({
        name: z.string(),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(100),
});
export type Manifest = z.output<typeof Manifest>;

export const FLAWS = [
  "too long",
  "not for us",
  "hostile",
  "no manifest",
  "unknown sender",
  "forged",
  "another receiver",
  "undeclared file",
  "missing file",
  "changed file",
] as const;
/** Why a bundle is not taken, and the file that shows it. */
export type Flaw = Readonly<{ flaw: (typeof FLAWS)[number]; file: string | undefined }>;
const flawed = (flaw: Flaw["flaw"], file?: string) => refuse<Flaw>({ flaw, file });

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

export async function sealBundle(
  keys: BundleKeys,
  to: PublicKeys,
  statement: Statement,
  files: Files,
): Promise<Uint8Array> {
  const manifest: Manifest = {
    format: FORMAT,
    from: fingerprintOf(await publicKeysOf(keys)),
    to: fingerprintOf(to),
    ...statement,
    files: [...files].map(([name, content]) => ({ name, bytes: content.length, sha256: sha256(content) })),
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const signature = sign(null, Buffer.concat([SIGNED, text]), signingKey(keys));
  const encrypter = new Encrypter();
  encrypter.addRecipient(to.recipient);
  return encrypter.encrypt(pack(new Map([[MANIFEST, text], [SIGNATURE, signature], ...files])));
}

export type OpenedBundle<P extends PublicKeys = PublicKeys> = Readonly<{
  from: P;
  manifest: Manifest;
  files: Files;
}>;

/** What a bundle for us holds, once all of it verifies. */
export async function openBundle<P extends PublicKeys>(
  keys: BundleKeys,
  partners: readonly P[],
  sealed: Uint8Array,
): Promise<Result<OpenedBundle<P>, Flaw>> {
  if (sealed.length > MOST_BUNDLE_BYTES) return flawed("too long");
  const archive = await decrypted(keys, sealed);
  if (!archive) return flawed("not for us");
  let files: Map<string, Uint8Array>;
  try {
    files = new Map(await unpack(archive));
  } catch (error) {
    return flawed("hostile", error instanceof HostileArchive ? error.message : undefined);
  }
  const [text, signature] = [files.get(MANIFEST), files.get(SIGNATURE)];
  const manifest = text && manifestIn(text);
  if (!manifest || !signature) return flawed("no manifest");
  const from = partners.find((one) => fingerprintOf(one) === manifest.from);
  if (!from) return flawed("unknown sender");
  if (!verify(null, Buffer.concat([SIGNED, text]), verifyingKey(from), signature)) return flawed("forged");
  if (manifest.to !== fingerprintOf(await publicKeysOf(keys))) return flawed("another receiver");
  files.delete(MANIFEST);
  files.delete(SIGNATURE);
  return checkedFiles(from, manifest, files);
}

function checkedFiles<P extends PublicKeys>(
  from: P,
  manifest: Manifest,
  files: Files,
): Result<OpenedBundle<P>, Flaw> {
  const declared = new Map(manifest.files.map((one) => [one.name, one]));
  if (declared.size < manifest.files.length) return flawed("undeclared file");
  for (const name of files.keys()) if (!declared.has(name)) return flawed("undeclared file", name);
  for (const { name, bytes, sha256: hash } of manifest.files) {
    const content = files.get(name);
    if (!content) return flawed("missing file", name);
    if (content.length !== bytes || sha256(content) !== hash) return flawed("changed file", name);
  }
  return { ok: true, value: { from, manifest, files } };
}

async function decrypted({ identity }: BundleKeys, sealed: Uint8Array): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(sealed);
  } catch {
    // For another key, cut short, changed, or no such file at all: the library tells them apart by sentences alone.
    return undefined;
  }
}

function manifestIn(text: Uint8Array): Manifest | undefined {
  try {
    const read = Manifest.safeParse(JSON.parse(Buffer.from(text).toString("utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
