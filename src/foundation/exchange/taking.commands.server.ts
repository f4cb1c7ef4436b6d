import { createHash } from "node:crypto";
import { z } from "zod";
import { alsoDo, beside, command, query } from "#foundation/authority/public.ts";
import type { App } from "#platform/app.ts";
import { MOST_BUNDLE_BYTES, type OpenedBundle, openBundle } from "#platform/bundles/sealed-bundle.ts";
import { filesOf } from "#platform/files/form-files.ts";
import { showInstantJa } from "#platform/kernel/instant.ts";
import { conflict, invalid, ok, type Result } from "#platform/kernel/result.ts";
import { type ExchangePermit, exchangePolicy } from "./access.ts";
import { bundleBytes, kindsOfHouse, ofInstallation } from "./bundle.schema.ts";
import {
  deliver,
  findInstallation,
  findKeys,
  insertBundle,
  insertRefusal,
  noteHeard,
  type Partner,
  selectLedger,
  selectPartners,
} from "./bundle.store.server.ts";
import { type CarriedKind, type Side, type TravellingKind, travelling } from "./carried.schema.ts";
import { placeOf } from "./ledger.rules.ts";
import { EXCHANGE, flawWords } from "./messages.ts";

const LIST_FILE = "list.txt";

type Part = Readonly<{ kind: TravellingKind; rows: readonly object[] }>;
type Judged = Readonly<{ opened: OpenedBundle<Partner>; parts: readonly Part[]; list: string }>;
/** What became of it, and how many rows of ours it changed. */
type Taken = Readonly<{ state: "new" | "again" | "late"; words: string; changed: number }>;
type Unfit = Readonly<{ flaw: string; file: string | undefined }>;

/** Opens a bundle and reads all of it, before anything of it is taken. */
async function judge(
  permit: ExchangePermit,
  bytes: Uint8Array,
  kinds: readonly CarriedKind[],
): Promise<Result<Judged, Unfit | "no keys">> {
  const own = await findInstallation(permit);
  const keys = await findKeys(permit);
  if (!own || !keys) return { ok: false, error: "no keys" };
  const opened = await openBundle(keys, await selectPartners(permit), bytes);
  if (!opened.ok) return opened;
  const { files } = opened.value;
  const parts: Part[] = [];
  for (const [file, content] of files) {
    if (file === LIST_FILE) continue;
    const part = partOf(file, content, kinds, own.side);
    if (typeof part === "string") return { ok: false, error: { flaw: part, file } };
    parts.push(part);
  }
  // In the order in which modules stand: what builds on others comes after them.
  parts.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const list = Buffer.from(files.get(LIST_FILE) ?? []).toString("utf8");
  return ok({ opened: opened.value, parts, list });
}

function partOf(
  file: string,
  content: Uint8Array,
  kinds: readonly CarriedKind[],
  side: Side,
): Part | "undeclared content" | "unfit content" {
  const kind = travelling(kinds, side, "takes").find(({ name }) => file === `${name}.json`);
  if (!kind) return "undeclared content";
  try {
    const rows = z.array(kind.row).safeParse(JSON.parse(Buffer.from(content).toString("utf8")));
    return rows.success ? { kind, rows: rows.data } : "unfit content";
  } catch {
    return "unfit content";
  }
}

/** What is wrong is kept in a transaction of its own: nothing else is. */
async function refused(permit: ExchangePermit, app: App, bytes: Uint8Array, { flaw, file }: Unfit) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await beside(app, permit, (own) => insertRefusal(own, { flaw, file: file ?? null, sha256 }));
  return invalid({ files: [flawWords(flaw, file)] });
}

/** Takes in a bundle: all of it, or nothing. What was taken before changes nothing. */
export const takeBundle = command({
  name: "bundle.take",
  policy: exchangePolicy,
  target: z.object({ kinds: kindsOfHouse }),
  subject: ofInstallation,
  takesFiles: true,
  input: z.record(z.string(), z.unknown()).transform((form) => ({ form })),
  async run(permit, { kinds, form }, app): Promise<Result<Taken>> {
    const bytes = form.bytes instanceof Uint8Array ? form.bytes : await sentBytes(form);
    if (bytes === undefined) return invalid({ files: [EXCHANGE.errors.file] });
    const judged = await judge(permit, bytes, kinds);
    if (!judged.ok)
      return judged.error === "no keys"
        ? conflict(EXCHANGE.errors.begin)
        : refused(permit, app, bytes, judged.error);
    const { opened, parts, list } = judged.value;
    const { from, manifest } = opened;
    const ledger = await selectLedger(permit, from.id);
    const place = placeOf(ledger, manifest);
    if (place === "again") {
      const before = ledger.find(({ id }) => id === manifest.id)!;
      return ok({ state: place, words: EXCHANGE.take.again(showInstantJa(before.takenAt!)), changed: 0 });
    }
    if (place === "number used") return refused(permit, app, bytes, { flaw: place, file: undefined });
    let changed = 0;
    const counts: Record<string, number> = {};
    for (const { kind, rows } of place === "late" ? [] : parts) {
      const taken = await alsoDo(permit, kind.take, {}, { rows }, app);
      if (!taken.ok) return taken;
      changed += taken.value;
      counts[kind.name] = rows.length;
    }
    for (const { id, number, takenAt } of manifest.acknowledges) {
      await deliver(permit, from.id, id, new Date(takenAt));
      await noteHeard(permit, from.id, number);
    }
    await insertBundle(permit, {
      ...{ partnerId: from.id, outgoing: false, id: manifest.id, number: manifest.number },
      ...{ state: place === "late" ? "late" : "taken", madeAt: new Date(manifest.madeAt) },
      ...{ takenAt: permit.clock.now(), counts, list, content: null },
    });
    const words =
      place === "late" ? EXCHANGE.take.late : EXCHANGE.take.taken(manifest.number, from.name, changed);
    return ok({ state: place, words, changed });
  },
});

async function sentBytes(form: Readonly<Record<string, unknown>>): Promise<Uint8Array | undefined> {
  const [file] = filesOf(form).files;
  if (!file) return undefined;
  // Of one that is too long only a part was kept: it will not open.
  return file.tooLong
    ? new Uint8Array(MOST_BUNDLE_BYTES + 1)
    : new Uint8Array(await file.content.arrayBuffer());
}

/** What a bundle holds, by its list, without taking it. */
export const inspectBundle = query({
  name: "bundle.inspect",
  policy: exchangePolicy,
  target: z.object({ kinds: kindsOfHouse, bytes: bundleBytes }),
  subject: ofInstallation,
  async run(permit, { kinds, bytes }) {
    const judged = await judge(permit, bytes, kinds);
    if (!judged.ok)
      return judged.error === "no keys"
        ? conflict(EXCHANGE.errors.begin)
        : conflict(flawWords(judged.error.flaw, judged.error.file));
    const { opened, list } = judged.value;
    return ok({ place: placeOf(await selectLedger(permit, opened.from.id), opened.manifest), list });
  },
});
