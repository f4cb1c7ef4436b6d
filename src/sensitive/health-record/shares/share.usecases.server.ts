import { z } from "zod";
import type { Actor } from "#foundation/actors/public.ts";
import { NATION } from "#foundation/areas/public.ts";
import { command, query } from "#foundation/authority/public.ts";
import { makeLink, openLink } from "#foundation/links/public.ts";
import type { App } from "#platform/app.ts";
import { choice, many, text } from "#platform/kernel/form-fields.ts";
import { newId } from "#platform/kernel/ids.ts";
import { notFound, ok, type Result } from "#platform/kernel/result.ts";
import { rowId } from "#platform/kernel/target.ts";
import { unlockKey } from "#platform/sealing/own-key.ts";
import { policy } from "../access.ts";
import { checkupsOf } from "../checkups/checkup.usecases.server.ts";
import { diaryOf } from "../diary/diary.usecases.server.ts";
import { ofOpenFile, ofShare, openFile } from "../file/target.usecases.server.ts";
import { SHARE_DAYS, SHARED_PARTS } from "./share.messages.ts";
import { endShareRow, findShare, insertLook, insertShare, selectShares } from "./share.store.server.ts";

export const SHARE = "health-share";
const DAY_MS = 86_400_000;
const DAYS = Object.keys(SHARE_DAYS) as [string, ...string[]];

/** Whom the file is shown to, until when, and when it was opened. */
export const listShares = query({
  name: "health-share.list",
  ...ofOpenFile(),
  async run(permit, { person, key }) {
    const file = await openFile(permit, { person, key });
    return file.ok ? ok(await selectShares(permit, key)) : file;
  },
});

/** Shows chosen parts for a time to whoever gets the link. The link holds the key; it is told once. */
export const giveShare = command({
  name: "health-share.give",
  ...ofOpenFile(),
  input: z.object({
    whom: text("見せる相手", { most: 60 }),
    days: choice("見せる期間", DAYS),
    parts: many("見せる内容", SHARED_PARTS),
  }),
  async run(permit, { person, key, whom, days, parts }) {
    const file = await openFile(permit, { person, key }, { lock: true });
    if (!file.ok) return file;
    const id = newId() as string;
    const expiresAt = new Date(permit.clock.now().getTime() + Number(days) * DAY_MS);
    const token = await makeLink(permit, {
      ...{ area: null, purpose: SHARE, subjectType: "health-file", subject: key.id },
      ...{ detail: { share: id }, expiresAt },
    });
    const locked = await key.lock({ kind: "chance", text: token });
    await insertShare(permit, key, { id, person, locked, parts, whom, expiresAt });
    return ok({ token });
  },
});

/** Ends a share at once, also while somebody reads. */
export const endShare = command({
  name: "health-share.end",
  ...ofShare(),
  async run(permit, { person, key, share }) {
    const file = await openFile(permit, { person, key });
    if (!file.ok) return file;
    return (await endShareRow(permit, key.id, share)) ? ok(undefined) : notFound("health-share");
  },
});

/** Who holds the link of that token. */
export async function shareDoor(
  app: App,
  token: string,
): Promise<Result<{ holder: Actor; target: { file: string; share: string; token: string } }>> {
  const opened = await openLink(app, token, SHARE);
  if (!opened.ok) return opened;
  const { holder, link } = opened.value;
  return ok({ holder, target: { file: link.subject, share: link.detail.share ?? "", token } });
}

/** What a share shows to the bearer of its link. Each opening is noted for the person. */
export const readShared = command({
  name: "health-share.read",
  ...{ policy, hides: true },
  target: z.object({ file: rowId(), share: rowId(), token: z.string() }),
  subject: ({ actor }, { file }) => ({
    ...{ type: "health-file", id: file as string },
    area: (actor.kind === "holder" ? actor.area : null) ?? NATION,
  }),
  async run(permit, { file, share, token }) {
    const found = await findShare(permit, { file, id: share });
    const key = found && (await unlockKey(file, found.locked, { kind: "chance", text: token }));
    if (!key) return notFound("health-share");
    await insertLook(permit, { file, id: share });
    const shows = (part: (typeof SHARED_PARTS)[number]) => found.parts.includes(part);
    return ok({
      checkups: shows("checkup") ? await checkupsOf(permit, key) : undefined,
      diary: shows("diary") ? await diaryOf(permit, key) : undefined,
      expiresAt: found.expiresAt,
    });
  },
});
