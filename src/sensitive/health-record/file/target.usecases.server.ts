import { z } from "zod";
import { NATION } from "#foundation/areas/public.ts";
import type { Finder } from "#foundation/authority/public.ts";
import { conflict, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { OwnKey } from "#platform/sealing/own-key.ts";
import { type HealthPermit, policy } from "../access.ts";
import { type FileRow, findFile, lockFile } from "./file.store.server.ts";

const person = z.string().min(1);

/** The log of no office tells that somebody has a file: its area is the nation. */
const subject = ({ actor: _ }: Finder, { person: id }: Readonly<{ person: string }>) => ({
  ...{ type: "health-file", id, person: id },
  area: NATION,
});

/** One's own file, also while it is closed. */
export const ofOwner = () => ({ policy, subject, target: z.object({ person }) });

const open = z.object({ person, key: z.instanceof(OwnKey) });

/** One's own file, opened; the key comes with the request and is kept nowhere. */
export const ofOpenFile = () => ({ policy, subject, target: open });
export const ofEntry = () => ({ policy, subject, target: open.extend({ entry: rowId() }) });
export const ofShare = () => ({ policy, subject, target: open.extend({ share: rowId() }) });

const CLOSED = conflict(
  "健康ファイルは閉じています。合言葉を入力して開いてください。保存した内容は失われていません。",
);

/** The file to which the key belongs: one that was deleted meanwhile, or of somebody else, opens nothing. */
export async function openFile(
  permit: HealthPermit,
  { person, key }: Readonly<{ person: string; key: OwnKey }>,
  { lock = false } = {},
): Promise<Result<FileRow>> {
  const file = await (lock ? lockFile : findFile)(permit, person);
  return file?.id === key.id ? ok(file) : CLOSED;
}
